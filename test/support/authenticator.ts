import { setTimeout as pause } from "node:timers/promises";
import { Secret, TOTP } from "otpauth";

const step = 30_000;

/** The code that an authenticator app with this base32 secret shows, `steps` of 30 seconds from now. */
export function codeOf(secret: string, steps = 0, now = Date.now()): string {
  const app = new TOTP({ secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period: 30 });
  return app.generate({ timestamp: now + steps * step });
}

/** Waits for the next step where this one is about to end: until then, codes keep the distance they were made with. */
export async function roomInStep(needed = 6_000): Promise<void> {
  const left = step - (Date.now() % step);
  if (left < needed) await pause(left);
}
