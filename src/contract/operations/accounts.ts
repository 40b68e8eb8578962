import { z } from "zod";
import { SignedIn } from "../entities/account.ts";
import { declare } from "../operation.ts";
import { emailInput, id, line, secret } from "../scalars.ts";

/** Long enough for any passphrase; the rules (12 characters, not common) are the domain's and answer with their reason. */
const newPassword = z.string().min(1).max(256);
const code = z.string().regex(/^\d{6}$/, "Enter the six digits of the code");

/** An account exists only once its address is verified; until then there is a sign-up attempt, known by its id. */
export const accountOperations = declare({
  "account.signUp": {
    method: "POST",
    path: "/v1/accounts",
    summary: "Start a sign-up: mails a code. The answer is the same whether or not the address has an account.",
    access: "public",
    kind: "command",
    limit: { perAddress: 60, perSubject: 10, subject: "email", seconds: 3600 },
    input: z.strictObject({
      email: emailInput,
      name: line(100),
      password: newPassword,
      invitationToken: secret.optional(),
    }),
    output: z.object({ signUpId: id }),
    offline: "never",
    bridge: "closed",
  },
  "account.resendCode": {
    method: "POST",
    path: "/v1/accounts/resend-code",
    summary: "Mail a new code for a sign-up; the earlier code stops working.",
    access: "public",
    kind: "command",
    limit: { perAddress: 20, perSubject: 3, subject: "signUpId", seconds: 600 },
    input: z.strictObject({ signUpId: id }),
    output: z.object({ signUpId: id }),
    offline: "never",
    bridge: "open",
  },
  "account.verify": {
    method: "POST",
    path: "/v1/accounts/verify",
    summary: "Finish a sign-up with the mailed code: creates the account and its organization, and signs in.",
    access: "public",
    kind: "command",
    limit: { perAddress: 60, perSubject: 10, subject: "signUpId", seconds: 600 },
    input: z.strictObject({ signUpId: id, code, client: line(40).default("desktop") }),
    output: SignedIn,
    offline: "never",
    bridge: "closed",
  },
  "account.requestPasswordReset": {
    method: "POST",
    path: "/v1/accounts/password-reset",
    summary: "Mail a reset code. The answer is the same whether or not the address has an account.",
    access: "public",
    kind: "command",
    limit: { perAddress: 60, perSubject: 5, subject: "email", seconds: 3600 },
    input: z.strictObject({ email: emailInput }),
    output: z.object({ resetId: id }),
    offline: "never",
    bridge: "open",
  },
  "account.resetPassword": {
    method: "POST",
    path: "/v1/accounts/password-reset/confirm",
    summary: "Set a new password with the mailed code; ends every session of the account.",
    access: "public",
    kind: "command",
    limit: { perAddress: 60, perSubject: 10, subject: "resetId", seconds: 600 },
    input: z.strictObject({ resetId: id, code, password: newPassword }),
    output: z.object({ done: z.literal(true) }),
    offline: "never",
    bridge: "open",
  },
});
