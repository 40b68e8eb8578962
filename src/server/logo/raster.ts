import { boxOf, logoSide, pixelsOf, type Crop } from "#domain/logo.ts";
import { badImage } from "./bad-image.ts";

/** 40 megapixels, as large cameras make; decoded they take 160 MB for a moment. */
const mostPixels = 40_000_000;
const secondsToDecode = 10;

/** Draws an image anew as a square WebP: nothing of the file survives but its picture. */
export async function drawRaster(bytes: Uint8Array, crop: Crop | null): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  try {
    const image = sharp(bytes, { limitInputPixels: mostPixels, failOn: "error", pages: 1, autoOrient: true });
    const { autoOrient } = await image.metadata();
    const { width, height } = autoOrient;
    const pixels = pixelsOf(boxOf(crop, width, height), width, height);
    return await image
      .extract(pixels)
      .resize(logoSide, logoSide, { fit: "cover" })
      .webp({ quality: 90, alphaQuality: 100 })
      .timeout({ seconds: secondsToDecode })
      .toBuffer();
  } catch (error) {
    if (error instanceof Error && /pixel limit/i.test(error.message)) {
      return badImage("tooManyPixels", "Choose an image of at most 40 megapixels");
    }
    return badImage("unreadable", "This image is damaged");
  }
}
