import type { ReceivedInvitation } from "#contract/entities/invitation.ts";
import { roleOf } from "#domain/policy/policy.ts";
import { storedPolicy } from "../dispatch/organization-context.ts";
import type { InboxRow } from "../storage/queries/inbox.ts";

/** An invitation as its person sees it, with a role of the preset or the organization's own in words. */
export function receivedOf(row: InboxRow): ReceivedInvitation {
  const role = roleOf(storedPolicy(row), row.role);
  return {
    id: row.id,
    organizationName: row.organization_name,
    logo: row.logo,
    preset: row.preset,
    role: row.role,
    roleName: role?.name ?? row.role,
    roleDescription: role?.toHolder ?? "",
    invitedByName: row.invited_by_name,
    email: row.email,
    message: row.message,
    expiresAt: row.expires_at.toISOString(),
  };
}
