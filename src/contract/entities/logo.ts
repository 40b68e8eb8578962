import { maxLogoBytes } from "#domain/logo.ts";
import { z } from "zod";

/** Four characters of base64 hold three bytes: 2 MB of image and the end of the last four. */
const longest = Math.ceil(maxLogoBytes / 3) * 4;

const fraction = z.number().min(0).max(1);

/** The part of an image that becomes the logo, as fractions of its width and height from the top left. */
export const LogoCrop = z.strictObject({ x: fraction, y: fraction, width: fraction, height: fraction });

/** An image file in base64. What it is says its content, not its sender. */
export const LogoImage = z
  .string()
  .min(4)
  .max(longest)
  .meta({ description: "A PNG, JPG or SVG of at most 2 MB, in base64" });

export const logoTypes = ["image/webp", "image/svg+xml"] as const;

/** A logo as it is shown: made by the server, square, without anything but the picture. */
export const Logo = z.object({ type: z.enum(logoTypes), base64: z.string() });
export type Logo = z.infer<typeof Logo>;
