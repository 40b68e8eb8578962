import type { ReceivedRequest } from "#contract/entities/approval.ts";
import { decide } from "#domain/policy/decide.ts";
import type { MemberFacts } from "#domain/policy/decision.ts";
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

function mayAnswer(policy: Policy, me: MemberFacts, row: RequestRow, owners: number): boolean {
  return decide(policy, me, { kind: "answerRequest", requesterId: row.requester_id, to: row.to_role }, { owners })
    .allowed;
}

export const approvalListHandlers = {
  "approval.list": async ({ db, organization, policy, me, caller }) => {
    const { owners } = organization;
    const rows = await pendingRequests(db, organization.id);
    const mine = rows.filter((row) => row.requester_id === me.memberId || mayAnswer(policy, me, row, owners));
    return { items: mine.filter((row) => endOf(policy, row, owners, caller.now) === null).map(requestOf) };
  },
  "approval.received": async ({ services, account, caller }) => {
    const rows = await requestsForOwner(services.pools.system, account.id);
    return {
      items: rows.flatMap((row): ReceivedRequest[] => {
        const policy = storedPolicy(row);
        const me: MemberFacts = { memberId: row.my_id, role: row.my_role, status: "active" };
        const open = endOf(policy, row, row.owners, caller.now) === null;
        if (!open || !mayAnswer(policy, me, row, row.owners)) return [];
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
