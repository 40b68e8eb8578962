import { Secret, TOTP } from "otpauth";

const stepMilliseconds = 30_000;
/** A clock may be one step off. */
const window = 1;
/** RFC 4226 recommends 160 bits. */
const secretBytes = 20;

/** SHA-1, six digits, 30 seconds: the only ones that every authenticator app reads. */
const totpOf = (secret: Secret, label: string): TOTP =>
  new TOTP({ issuer: "Orgdesk", label, secret, algorithm: "SHA1", digits: 6, period: stepMilliseconds / 1000 });

export interface NewSecret {
  readonly bytes: Uint8Array;
  readonly secret: string;
  readonly uri: string;
}

/** A random secret, as bytes to store, and as an app takes it. */
export function newOneTimeSecret(email: string): NewSecret {
  const secret = new Secret({ size: secretBytes });
  return { bytes: secret.bytes, secret: secret.base32, uri: totpOf(secret, email).toString() };
}

/** The 30-second step that a code belongs to, of this one and those beside it; null for a wrong code. */
export function stepOfCode(secret: Buffer, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const totp = totpOf(Secret.fromHex(secret.toString("hex")), "");
  const delta = totp.validate({ token: code, timestamp, window });
  return delta === null ? null : Math.floor(timestamp / stepMilliseconds) + delta;
}
