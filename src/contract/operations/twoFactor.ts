import { z } from "zod";
import { RecoveryCodes, TwoFactor, TwoFactorSecret } from "../entities/twoFactor.ts";
import { declare } from "../operation.ts";

const password = z.string().min(1).max(256);
const tries = { perAddress: 60, perSubject: 10, subject: "accountId", seconds: 900 } as const;

/** One-time codes of an authenticator app (RFC 6238: SHA-1, six digits, 30 seconds) as the second step of signing in. */
export const twoFactorOperations = declare({
  "twoFactor.get": {
    method: "GET",
    path: "/v1/me/two-factor",
    summary: "Whether the person's sign-in asks for a second step.",
    access: "account",
    kind: "query",
    input: z.strictObject({}),
    output: TwoFactor,
    offline: "never",
    bridge: "open",
  },
  "twoFactor.begin": {
    method: "POST",
    path: "/v1/me/two-factor/secret",
    summary: "Make a secret for an authenticator app. It counts once a code of it is confirmed, within an hour.",
    access: "account",
    kind: "command",
    audit: null,
    limit: tries,
    answersSecret: true,
    input: z.strictObject({ password }),
    output: TwoFactorSecret,
    offline: "never",
    bridge: "open",
  },
  "twoFactor.confirm": {
    method: "POST",
    path: "/v1/me/two-factor",
    summary: "Turn the second step on with a code of the app. Answers the recovery codes, once.",
    access: "account",
    kind: "command",
    audit: null,
    limit: tries,
    answersSecret: true,
    input: z.strictObject({ code: z.string().regex(/^\d{6}$/, "Enter the six digits of the code") }),
    output: RecoveryCodes,
    offline: "never",
    bridge: "open",
  },
  "twoFactor.renewRecoveryCodes": {
    method: "POST",
    path: "/v1/me/two-factor/recovery-codes",
    summary: "Make new recovery codes; the earlier ones stop working.",
    access: "account",
    kind: "command",
    audit: null,
    limit: tries,
    answersSecret: true,
    input: z.strictObject({ password }),
    output: RecoveryCodes,
    offline: "never",
    bridge: "open",
  },
  "twoFactor.disable": {
    method: "POST",
    path: "/v1/me/two-factor/disable",
    summary: "Turn the second step off; its secret and recovery codes are forgotten.",
    access: "account",
    kind: "command",
    audit: null,
    limit: tries,
    input: z.strictObject({ password }),
    output: TwoFactor,
    offline: "never",
    bridge: "open",
  },
});
