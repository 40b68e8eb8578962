import { z } from "zod";
import { ReceivedRequest, RoleRequest } from "../entities/approval.ts";
import { declare } from "../operation.ts";
import { id, prose } from "../scalars.ts";

const requests = "/v1/organizations/{organizationId}/role-requests";
const one = z.strictObject({ organizationId: id, approvalId: id });

export const approvalOperations = declare({
  "approval.received": {
    method: "GET",
    path: "/v1/me/role-requests",
    summary: "Requests for roles that the person may answer, in all their organizations.",
    access: "account",
    kind: "query",
    input: z.strictObject({}),
    output: z.object({ items: z.array(ReceivedRequest) }),
    offline: "snapshot",
    bridge: "open",
  },
  "approval.list": {
    method: "GET",
    path: requests,
    summary: "Open requests for roles: all for whoever may answer them, for others those that they made.",
    access: "organization",
    permission: null,
    kind: "query",
    input: z.strictObject({ organizationId: id }),
    output: z.object({ items: z.array(RoleRequest) }),
    offline: "snapshot",
    bridge: "open",
  },
  "approval.request": {
    method: "POST",
    path: requests,
    summary: "Ask the owners to give a member a role that the person may not give alone; they have 7 days to answer.",
    access: "organization",
    permission: "member.changeRole",
    kind: "command",
    audit: "approval.requested",
    // Each is mailed to every owner.
    limit: { perOrganization: 200, perAccount: 200, seconds: 3600 },
    input: z.strictObject({
      organizationId: id,
      memberId: id,
      role: z.string().min(1).max(60),
      reason: prose(500).default(""),
    }),
    output: RoleRequest,
    offline: "never",
    bridge: "open",
  },
  "approval.approve": {
    method: "POST",
    path: `${requests}/{approvalId}/approve`,
    summary:
      "Give the member the role that was asked for. A request whose state has moved is closed instead, as `overtaken`.",
    access: "organization",
    permission: "member.changeRole",
    kind: "command",
    audit: "approval.approved",
    input: one,
    output: RoleRequest,
    offline: "never",
    bridge: "open",
  },
  "approval.decline": {
    method: "POST",
    path: `${requests}/{approvalId}/decline`,
    summary: "Decline a request, with the reason that the person who made it is told.",
    access: "organization",
    permission: "member.changeRole",
    kind: "command",
    audit: "approval.declined",
    input: one.extend({ reason: prose(500).default("") }),
    output: RoleRequest,
    offline: "never",
    bridge: "open",
  },
  "approval.cancel": {
    method: "POST",
    path: `${requests}/{approvalId}/cancel`,
    summary: "Take back a request that the person made.",
    access: "organization",
    permission: null,
    kind: "command",
    audit: "approval.cancelled",
    input: one,
    output: RoleRequest,
    offline: "never",
    bridge: "open",
  },
});
