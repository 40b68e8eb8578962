import type { SnapshotFacts } from "#contract/entities/snapshot.ts";
import { hasPermission, permissionsOf } from "#domain/policy/policy.ts";
import { hash } from "node:crypto";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { accessOf } from "../storage/queries/workspace-access.ts";
import { rolesThatSeeAll, viewerOf } from "../workspaces/viewer.ts";

/** What the caller may see of an organization, and a digest that changes whenever that does. */
export interface Sight {
  readonly sees: SnapshotFacts["sees"];
  readonly digest: string;
}

/** Version of the rows that a fill writes: a desktop that keeps older ones is asked to fill again. */
const format = 1;

/** Read it in the moment whose rows it judges. */
export async function sightOf(context: OrganizationContext): Promise<Sight> {
  const { db, organization, policy, me } = context;
  const viewer = viewerOf(context);
  const sees = {
    members: hasPermission(policy, me.role, "member.view"),
    invitations: hasPermission(policy, me.role, "member.invite"),
    audit: hasPermission(policy, me.role, "audit.view"),
  };
  // Whoever sees all workspaces does so by role; for others their rule decides.
  const rule = viewer.viewAll ? null : await accessOf(db, organization.id, { kind: "member", id: me.memberId });
  const { preset, presetVersion } = organization;
  // All that the role holds, since notes and remembered answers hang on permissions of their own.
  const held = [...permissionsOf(policy, me.role)].sort();
  const judged = [format, sees, viewer, rule, me.role, held, preset, presetVersion, rolesThatSeeAll(policy)];
  return { sees, digest: hash("sha256", JSON.stringify(judged), "base64url").slice(0, 22) };
}
