import { hash, randomBytes } from "node:crypto";

/** A new opaque secret: 256 random bits, readable in a URL fragment. Only its digest is stored. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** The digest under which a secret is stored. Random 256-bit secrets need no salt. */
export const digestOf = (secret: string): Buffer => hash("sha256", secret, "buffer");

/** The same digest in hexadecimal, for what every request asks: making a buffer takes three times as long. */
export const hexDigestOf = (secret: string): string => hash("sha256", secret, "hex");
