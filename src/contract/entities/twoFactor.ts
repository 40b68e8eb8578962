import { z } from "zod";
import { instant } from "../scalars.ts";

/** Whether signing in asks for a second step, since when, and how many recovery codes are left for it. */
export const TwoFactor = z.object({ since: instant.nullable(), recoveryCodesLeft: z.int().min(0) });
export type TwoFactor = z.infer<typeof TwoFactor>;

/** What an authenticator app is set up with; shown once. `secret` is base32, `uri` the same as `otpauth://…`. */
export const TwoFactorSecret = z.object({ secret: z.string(), uri: z.string(), expiresAt: instant });
export type TwoFactorSecret = z.infer<typeof TwoFactorSecret>;

/** Each signs in once in place of a one-time code. Only their digests are stored, so they are shown once. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

/**
 * The password was right and a code is asked for. `challenge` works until then, for one sign-in and five tries.
 * It never crosses to the renderer.
 */
export const SecondStep = z.object({ challenge: z.string(), expiresAt: instant });
export type SecondStep = z.infer<typeof SecondStep>;
