import { z } from "zod";
import { ActExplanation, ActQuestion, PermissionHolder } from "../entities/explanation.ts";
import { Preset } from "../entities/organization.ts";
import { PermissionAnswer, PermissionMatrix, PermissionQuestion } from "../entities/permission.ts";
import { declare } from "../operation.ts";
import { PermissionName } from "../entities/role.ts";
import { cursor, id, pageSize } from "../scalars.ts";

export const permissionOperations = declare({
  "permission.matrix": {
    method: "GET",
    path: "/v1/organizations/{organizationId}/permissions",
    summary: "Who may do what: the effective matrix in the wording of the organization's preset.",
    access: "organization",
    permission: null,
    kind: "query",
    input: z.strictObject({ organizationId: id }),
    output: PermissionMatrix,
    offline: "snapshot",
    bridge: "open",
  },
  "permission.check": {
    method: "GET",
    path: "/v1/organizations/{organizationId}/permissions/check",
    summary: "Whether a member, or the person who asks, may do something, with the reason.",
    access: "organization",
    permission: null,
    kind: "query",
    input: z.strictObject({ organizationId: id, ...PermissionQuestion.shape }),
    output: z.object({ revision: z.int(), ...PermissionAnswer.shape }),
    offline: "snapshot",
    bridge: "open",
  },
  "permission.checkMany": {
    method: "POST",
    path: "/v1/organizations/{organizationId}/permissions/check",
    summary: "Answers up to 500 questions 'may this person do this', each with the reason.",
    access: "organization",
    permission: null,
    kind: "query",
    input: z.strictObject({ organizationId: id, questions: z.array(PermissionQuestion).min(1).max(500) }),
    output: z.object({ revision: z.int(), answers: z.array(PermissionAnswer) }),
    offline: "snapshot",
    bridge: "open",
  },
  "permission.explain": {
    method: "POST",
    path: "/v1/organizations/{organizationId}/permissions/explain",
    summary: "Why a member, or the person who asks, may do something or not, and who could help.",
    access: "organization",
    permission: null,
    kind: "query",
    input: z.strictObject({ organizationId: id, memberId: id.optional(), question: ActQuestion }),
    output: ActExplanation,
    offline: "snapshot",
    bridge: "open",
  },
  "permission.whoCan": {
    method: "POST",
    path: "/v1/permissions/who-can",
    summary: "Who can do something in all organizations of the person who asks, by organization and name.",
    access: "account",
    kind: "query",
    input: z.strictObject({
      permission: PermissionName,
      organizationIds: z.array(id).max(1000).optional(),
      search: z.string().trim().max(100).optional(),
      cursor: cursor.optional(),
      limit: pageSize,
    }),
    output: z.object({
      items: z.array(PermissionHolder),
      next: cursor.nullable(),
      /** Those that appear among the items, with how many people of each can, whatever the search. */
      organizations: z.array(z.object({ id, name: z.string(), preset: Preset, total: z.int() })),
      /** How many organizations were looked at. */
      organizationsTotal: z.int(),
      /** Names of those left out, because the person may not see who is there. */
      leftOut: z.array(z.string()),
    }),
    offline: "snapshot",
    bridge: "open",
  },
});
