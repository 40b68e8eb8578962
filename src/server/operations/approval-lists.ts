import type { ReceivedRequest } from "#contract/entities/approval.ts";
import { decide } from "#domain/policy/decide.ts";
import type { MemberFacts, OrganizationFacts } from "#domain/policy/decision.ts";
import type { Policy } from "#domain/policy/policy.ts";
import { roleDifference } from "#domain/policy/roleDifference.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { storedPolicy } from "../dispatch/organization-context.ts";
import {
  endOf,
  pendingRequests,
  requestOf,
  requestsForOwner,
  type RequestRow,
} from "../storage/queries/role-requests.ts";

function mayAnswer(policy: Policy, me: MemberFacts, row: RequestRow, facts: OrganizationFacts): boolean {
  const act = { kind: "answerRequest", requesterId: row.requester_id, to: row.to_role } as const;
  return decide(policy, me, act, facts).allowed;
}

export const approvalListHandlers = {
  "approval.list": async ({ db, organization, policy, me, caller }) => {
    const rows = await pendingRequests(db, organization.id);
    const mine = rows.filter((row) => row.requester_id === me.memberId || mayAnswer(policy, me, row, organization));
    return { items: mine.filter((row) => endOf(policy, row, organization, caller.now) === null).map(requestOf) };
  },
  "approval.received": async ({ services, account, caller }) => {
    const rows = await requestsForOwner(services.pools.system, account.id);
    return {
      items: rows.flatMap((row): ReceivedRequest[] => {
        const policy = storedPolicy(row);
        const me: MemberFacts = { memberId: row.my_id, role: row.my_role, status: "active" };
        const facts = { lastingOwners: row.lasting_owners };
        const open = endOf(policy, row, facts, caller.now) === null;
        if (!open || !mayAnswer(policy, me, row, facts)) return [];
        return [
          {
            ...requestOf(row),
            organizationName: row.organization_name,
            preset: policy.preset.key,
            fromRoleName: policy.roles.get(row.from_role)?.name ?? row.from_role,
            toRoleName: policy.roles.get(row.to_role)?.name ?? row.to_role,
            gains: [...roleDifference(policy, row.from_role, row.to_role).gained],
          },
        ];
      }),
    };
  },
} satisfies Partial<Handlers>;
