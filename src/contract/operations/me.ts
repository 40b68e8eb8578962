import { z } from "zod";
import { Account } from "../entities/account.ts";
import { SecurityEvent } from "../entities/auditEvent.ts";
import { ReceivedInvitation } from "../entities/invitation.ts";
import { declare } from "../operation.ts";
import { cursor, id, line, pageOf, pageSize } from "../scalars.ts";

export const meOperations = declare({
  "me.get": {
    method: "GET",
    path: "/v1/me",
    summary: "The signed-in person.",
    access: "account",
    kind: "query",
    input: z.strictObject({}),
    output: Account,
    offline: "snapshot",
    bridge: "open",
  },
  "me.update": {
    method: "PATCH",
    path: "/v1/me",
    summary: "Change the person's own name, language, time zone or remembered organization.",
    access: "account",
    kind: "command",
    audit: null,
    input: z.strictObject({
      name: line(100).optional(),
      locale: z.string().min(2).max(20).optional(),
      timeZone: z.string().min(1).max(64).optional(),
      lastOrganizationId: id.optional(),
    }),
    output: Account,
    offline: "never",
    bridge: "open",
  },
  "me.changePassword": {
    method: "POST",
    path: "/v1/me/password",
    summary: "Change the password; every other session ends.",
    access: "account",
    kind: "command",
    audit: null,
    limit: { perAddress: 60, perSubject: 10, subject: "accountId", seconds: 900 },
    input: z.strictObject({ currentPassword: z.string().min(1).max(256), newPassword: z.string().min(1).max(256) }),
    output: z.object({ endedSessions: z.int() }),
    offline: "never",
    bridge: "open",
  },
  "me.listInvitations": {
    method: "GET",
    path: "/v1/me/invitations",
    summary: "Pending invitations for the person's address.",
    access: "account",
    kind: "query",
    input: z.strictObject({}),
    output: z.object({ items: z.array(ReceivedInvitation) }),
    offline: "snapshot",
    bridge: "open",
  },
  "me.listSecurityEvents": {
    method: "GET",
    path: "/v1/me/security-events",
    summary: "The person's own security log, newest first.",
    access: "account",
    kind: "query",
    input: z.strictObject({ cursor: cursor.optional(), limit: pageSize }),
    output: pageOf(SecurityEvent),
    offline: "never",
    bridge: "open",
  },
});
