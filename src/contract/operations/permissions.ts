import { z } from "zod";
import { PermissionAnswer, PermissionMatrix, PermissionQuestion } from "../entities/permission.ts";
import { declare } from "../operation.ts";
import { id } from "../scalars.ts";

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
    method: "POST",
    path: "/v1/organizations/{organizationId}/permissions/check",
    summary: "Answers up to 500 questions 'may this person do this', each with the reason.",
    access: "organization",
    permission: null,
    kind: "query",
    input: z.strictObject({ organizationId: id, questions: z.array(PermissionQuestion).min(1).max(500) }),
    output: z.object({ revision: z.int(), answers: z.array(PermissionAnswer) }),
    offline: "never",
    bridge: "open",
  },
});
