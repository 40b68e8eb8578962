import { answered } from "#contract/answer.ts";
import type { Organization } from "#contract/entities/organization.ts";
import type { ManagedOrganization } from "#contract/entities/people.ts";
import { seats } from "#domain/membership.ts";
import { assignableRoles, byRank, hasPermission } from "#domain/policy/policy.ts";
import type { OrganizationRows } from "../worker/rows.ts";
import type { AccountAnswer, Kept } from "./answer.ts";

const managing = ["member.invite", "member.remove", "member.changeRole"] as const;

/** The rows of the organizations that the person may manage, as far as they are kept. */
export function managedBy(kept: Kept, organizations: readonly Organization[]): OrganizationRows[] {
  return organizations
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id, me }) => {
      const rows = kept.rows(id);
      const may = (permission: (typeof managing)[number] | "member.view") =>
        rows !== null && hasPermission(rows.policy, me.role, permission);
      return rows !== null && may("member.view") && managing.some(may) ? [rows] : [];
    });
}

function managedOrganization({ facts: { organization }, policy }: OrganizationRows): ManagedOrganization {
  const { id, name, preset, me, purgeAt, seatsLimit, memberCount, pendingInvitations } = organization;
  const given = new Set(assignableRoles(policy, me.role).map(({ key }) => key));
  return {
    id,
    name,
    preset,
    role: me.role,
    roles: byRank(policy).map((key) => ({
      key,
      name: policy.roles.get(key)?.name ?? key,
      ownerClass: policy.roles.get(key)?.ownerClass === true,
      mayGive: given.has(key),
    })),
    may: {
      invite: hasPermission(policy, me.role, "member.invite"),
      remove: hasPermission(policy, me.role, "member.remove"),
      changeRole: hasPermission(policy, me.role, "member.changeRole"),
    },
    held: purgeAt !== null,
    seats: seats({ limit: seatsLimit, active: memberCount, pending: pendingInvitations }),
    // Prices are the server's to tell: nothing can be bought without it.
    seatPrice: null,
  };
}

const listManaged: AccountAnswer<"people.organizations"> = (kept) => {
  if (kept.organizations === null) return null;
  const items = managedBy(kept, kept.organizations).map(managedOrganization);
  return answered({
    items: items.sort((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1)),
  });
};

export const managedAnswers = { "people.organizations": listManaged };
