/** `requirements/001…`, 'Logo': PNG, JPG or SVG of at most 2 MB. */
export const maxLogoBytes = 2 * 1024 * 1024;

/** Side in pixels of what is made of a PNG or JPG. */
export const logoSide = 512;

export type ImageKind = "png" | "jpeg" | "svg";

/** A part of an image: fractions of its width and height from the top left, each 0 to 1. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A rectangle in an image's own units. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const beginsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** What may stand before the root element: white space, declarations, comments, a document type. */
const prologue = /^(?:\s+|<\?[^>]*\?>|<!--(?:[^-]|-(?!->))*-->|<!DOCTYPE[^>[]*>)*/i;

/** What an image is by its content; a name or a declared type is never asked. Null: none that a logo may be. */
export function imageKind(bytes: Uint8Array): ImageKind | null {
  if (beginsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "png";
  if (beginsWith(bytes, [0xff, 0xd8, 0xff])) return "jpeg";
  const start = beginsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  let text = "";
  for (const byte of bytes.subarray(start, start + 4096)) text += String.fromCharCode(byte);
  return /^<(?:\w+:)?svg[\s>/]/i.test(text.replace(prologue, "")) ? "svg" : null;
}

/** The part of a `width` × `height` image that is kept: the crop, or without one the square in its middle. */
export function boxOf(crop: Crop | null, width: number, height: number): Box {
  if (crop !== null) {
    const { x, y } = crop;
    return { left: x * width, top: y * height, width: crop.width * width, height: crop.height * height };
  }
  const side = Math.min(width, height);
  return { left: (width - side) / 2, top: (height - side) / 2, width: side, height: side };
}

/** Whether a crop lies inside the image and leaves something of it. */
export function isCrop({ x, y, width, height }: Crop): boolean {
  const slack = 1e-6;
  return x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 1 + slack && y + height <= 1 + slack;
}

/** The same box in whole pixels inside a `width` × `height` image. */
export function pixelsOf(box: Box, width: number, height: number): Box {
  const left = Math.min(Math.floor(box.left), width - 1);
  const top = Math.min(Math.floor(box.top), height - 1);
  const within = (length: number, most: number) => Math.max(1, Math.min(Math.round(length), most));
  return { left, top, width: within(box.width, width - left), height: within(box.height, height - top) };
}
