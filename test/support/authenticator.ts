import { Secret, TOTP } from "otpauth";

/** The code that an authenticator app with this base32 secret shows, `steps` of 30 seconds from now. */
export function codeOf(secret: string, steps = 0, now = Date.now()): string {
  const app = new TOTP({ secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period: 30 });
  return app.generate({ timestamp: now + steps * 30_000 });
}
