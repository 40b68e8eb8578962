import { invalid } from "../operations/invalid.ts";

/** Why an image cannot be a logo, as `invalid` at `image`. */
export type BadImage = "unknownFormat" | "unreadable" | "tooManyPixels" | "tooComplex" | "unsafe" | "noSize";

export const badImage = (code: BadImage, message: string): never => invalid("image", code, message);
