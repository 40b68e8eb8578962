import { imageKind, maxLogoBytes, type ImageKind } from "#domain/logo.ts";

/** An image file of a person, ready to be shown and sent. */
export interface ChosenImage {
  readonly base64: string;
  /** For an `img` element, which runs nothing of what is inside. */
  readonly address: string;
}

export type ReadImage =
  | { readonly ok: true; readonly image: ChosenImage }
  | { readonly ok: false; readonly problem: "tooLarge" | "unknownFormat"; readonly megabytes: number };

const types: Readonly<Record<ImageKind, string>> = { png: "image/png", jpeg: "image/jpeg", svg: "image/svg+xml" };

/** Reads a file that a person chose; what it is says its content, not its name. */
export async function readImage(file: Blob): Promise<ReadImage> {
  const megabytes = Math.ceil((file.size / 1024 / 1024) * 10) / 10;
  if (file.size > maxLogoBytes) return { ok: false, problem: "tooLarge", megabytes };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = imageKind(bytes);
  if (kind === null) return { ok: false, problem: "unknownFormat", megabytes };
  const base64 = encoded(bytes);
  return { ok: true, image: { base64, address: `data:${types[kind]};base64,${base64}` } };
}

/** In pieces: one call with millions of arguments would fail. */
function encoded(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
