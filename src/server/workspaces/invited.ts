import type { Input } from "#contract/operations.ts";
import { hasPermission } from "#domain/policy/policy.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { invalid } from "../operations/invalid.ts";
import { givenAccess, type Giving } from "./access.ts";

/** The rule that invited people get, or null where none was asked for. A role that sees all workspaces takes none. */
export async function invitedAccess(
  context: OrganizationContext,
  { role, workspaceAccess }: Pick<Input<"invitation.send">, "role" | "workspaceAccess">,
): Promise<Giving | null> {
  if (workspaceAccess === undefined) return null;
  if (hasPermission(context.policy, role, "workspace.viewAll")) {
    invalid("workspaceAccess", "roleSeesAll", "This role sees every workspace");
  }
  return givenAccess(context, "workspaceAccess.", workspaceAccess, context.organization.revision);
}
