import { z } from "zod";
import { auditActionNames, topics } from "./auditActions.ts";

/** What a change is about: feeds name it, and desktops read anew what is about it. */
export const Topic = z.enum(topics);
export type Topic = z.infer<typeof Topic>;

/** What was done, as the audit log names it. */
export const AuditAction = z.enum(auditActionNames);
export type AuditAction = z.infer<typeof AuditAction>;

/** Kinds of entries in the security log, which the person and the organization's owners can read. */
export const securityKinds = [
  "account.created",
  "account.passwordChanged",
  "account.passwordReset",
  "account.updated",
  "session.signedIn",
  "session.signInFailed",
  "session.secondStepFailed",
  "session.signedOut",
  "session.revoked",
  "session.revokedAll",
  "session.tokenReused",
  "twoFactor.begun",
  "twoFactor.turnedOn",
  "twoFactor.turnedOff",
  "twoFactor.recoveryCodeUsed",
  "twoFactor.recoveryCodesRenewed",
  "command.refused",
] as const;
export const SecurityKind = z.enum(securityKinds);
export type SecurityKind = z.infer<typeof SecurityKind>;
