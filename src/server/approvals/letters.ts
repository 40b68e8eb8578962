import { approversOf, type Policy } from "#domain/policy/policy.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import type { Db } from "../storage/database.ts";
import type { Notice } from "../feed/notices.ts";
import { enqueueLetter } from "../jobs/mail-job.ts";
import type { Letter } from "../mail/letter.ts";
import { activeHolders, type RequestRow } from "../storage/queries/role-requests.ts";

const roleName = (policy: Policy, key: string): string => policy.roles.get(key)?.name ?? key;

/** Tells everybody who may answer a new request: by mail, and on their desktops. */
export async function tellApprovers(
  { db, organization, policy }: Pick<OrganizationContext, "db" | "organization" | "policy">,
  row: RequestRow,
): Promise<Notice[]> {
  const facts = {
    organizationName: organization.name,
    requesterName: row.requester_name,
    memberName: row.member_name,
    roleName: roleName(policy, row.to_role),
  };
  const holders = await activeHolders(db, organization.id, approversOf(policy, row.to_role));
  const approvers = holders.filter(({ id }) => id !== row.requester_id);
  const expiresAt = row.expires_at.toISOString();
  for (const { email: to, name } of approvers) {
    await enqueueLetter(db, { letter: "roleRequested", to, name, ...facts, reason: row.reason, expiresAt });
  }
  return approvers.map(({ account_id: accountId }) => ({
    type: "approvalRequested",
    accountId,
    organizationId: organization.id,
    ...facts,
  }));
}

type Ending = Pick<Extract<Letter, { letter: "roleRequestEnded" }>, "how" | "byName" | "reason">;

/** Tells the person who asked what became of it, unless they have no access any more. */
export async function mailEnding(
  db: Db,
  organizationName: string,
  policy: Policy,
  row: RequestRow,
  ending: Ending,
): Promise<void> {
  if (row.requester_status !== "active") return;
  await enqueueLetter(db, {
    letter: "roleRequestEnded",
    to: row.requester_email,
    name: row.requester_name,
    organizationName,
    memberName: row.member_name,
    roleName: roleName(policy, row.to_role),
    ...ending,
  });
}
