import { imageKind, isCrop, maxLogoBytes, type Crop } from "#domain/logo.ts";
import { refuse } from "../dispatch/fault-error.ts";
import { takingTurns } from "../dispatch/turns.ts";
import { invalid } from "../operations/invalid.ts";
import { badImage } from "./bad-image.ts";
import { drawRaster } from "./raster.ts";
import { cleanSvgOnThread } from "./thread.ts";

export interface CleanLogo {
  readonly type: "image/webp" | "image/svg+xml";
  readonly bytes: Buffer;
}

/** A larger one is drawn instead: every list that shows it would carry it. */
const largestSvg = 128 * 1024;

/** Each image takes a core for up to a second and much memory. */
const inTurn = takingTurns({ running: 1, waiting: 6 });

/** What is stored of an image that somebody sent: never its bytes, always a new drawing of it. */
export async function cleanLogo(base64: string, crop: Crop | null): Promise<CleanLogo> {
  if (crop !== null && !isCrop(crop)) invalid("crop", "outside", "Keep the crop inside the image");
  const bytes = bytesOf(base64);
  const kind = imageKind(bytes);
  if (kind === null) return badImage("unknownFormat", "Choose a PNG, JPG or SVG");
  return inTurn(async () => {
    if (kind !== "svg") return { type: "image/webp", bytes: await drawRaster(bytes, crop) };
    const svg = Buffer.from(await cleanSvgOnThread(bytes, crop));
    if (svg.length <= largestSvg) return { type: "image/svg+xml", bytes: svg };
    return { type: "image/webp", bytes: await drawRaster(svg, null) };
  });
}

function bytesOf(base64: string): Buffer {
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64))
    badImage("unreadable", "Send the image in base64");
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length > maxLogoBytes) refuse({ kind: "limitReached", limit: "size" });
  return bytes;
}
