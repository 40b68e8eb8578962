import { z } from "zod";
import { WorkspaceAccessInput, WorkspaceAccessView } from "../entities/workspace.ts";
import { declare } from "../operation.ts";
import { id } from "../scalars.ts";

export const workspaceAccessOperations = declare({
  "member.setWorkspaceAccess": {
    method: "PUT",
    path: "/v1/organizations/{organizationId}/members/{memberId}/workspace-access",
    summary: "Set by which rule a member reaches workspaces, where their role does not see all.",
    access: "organization",
    permission: "member.changeRole",
    kind: "command",
    audit: "member.workspaceAccessChanged",
    input: WorkspaceAccessInput.extend({
      organizationId: id,
      memberId: id,
      /** An earlier revision of the organization up to which workspaces count as current: for taking a change back. */
      since: z.int().min(0).optional(),
    }),
    output: WorkspaceAccessView,
    offline: "never",
    bridge: "open",
  },
});
