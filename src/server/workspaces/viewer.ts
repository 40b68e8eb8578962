import { hasPermission, rolesWith, type Policy } from "#domain/policy/policy.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { found } from "../dispatch/fault-error.ts";
import { peopleOf } from "../storage/queries/workspace-people.ts";
import { workspaceOf, workspaceSeenBy, type Viewer, type WorkspaceRow } from "../storage/queries/workspaces.ts";

type Context = Pick<OrganizationContext, "db" | "organization" | "policy" | "me">;

/** What a viewer is made of: more than this nobody needs to have read. */
interface Viewing {
  readonly organization: { readonly id: string };
  readonly policy: Policy;
  readonly me: { readonly memberId: string; readonly role: string };
}

/** What the caller may see of the workspaces. */
export function viewerOf({ organization, policy, me }: Viewing): Viewer {
  return {
    organizationId: organization.id,
    memberId: me.memberId,
    viewAll: hasPermission(policy, me.role, "workspace.viewAll"),
    edit: hasPermission(policy, me.role, "workspace.edit"),
  };
}

/** The workspace of a call. To whoever may not see it, it does not exist. */
export async function loadWorkspace(context: Context, id: string): Promise<WorkspaceRow> {
  return found(await workspaceSeenBy(context.db, viewerOf(context), id), "workspace");
}

/** The roles whose holders see every workspace. */
export const rolesThatSeeAll = (policy: Policy): readonly string[] => rolesWith(policy, "workspace.viewAll");

/** Workspaces with the number of people who can use each. */
export async function withPeople({ db, organization, policy }: Context, rows: readonly WorkspaceRow[]) {
  const ids = rows.map(({ id }) => id);
  const people = await peopleOf(db, organization.id, ids, rolesThatSeeAll(policy));
  return rows.map((row) => workspaceOf(row, people.get(row.id) ?? 0));
}

/** One workspace with its people. */
export async function withItsPeople(context: Context, row: WorkspaceRow) {
  return found((await withPeople(context, [row]))[0], "workspace");
}
