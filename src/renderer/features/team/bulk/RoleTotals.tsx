import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { effectsOf, type Place } from "#domain/changes/effects.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { Transitions } from "#renderer/app/preview/Transitions.tsx";
import { policyFor } from "#renderer/bridge/decision.ts";

interface RoleTotalsProps {
  readonly organization: Organization;
  readonly members: readonly Member[];
  readonly role: string;
}

/**
 * What one role for several people gives and takes, counted here by the rules that the server previews with: a preview
 * of each would keep the organization busy for as long as the change itself.
 */
export function RoleTotals({ organization, members, role }: RoleTotalsProps) {
  const policy = policyFor(organization);
  const places = (roleOf: (member: Member) => string) =>
    new Map(
      members.map((member): [string, Place] => [
        member.id,
        { role: roleOf(member), status: member.status, access: null },
      ]),
    );
  const { transitions } = effectsOf(
    { policy, members: places((member) => member.role), workspaces: [] },
    { policy, members: places(() => role), workspaces: [] },
  );
  return (
    <Transitions
      organization={organization}
      nameOf={(key) => nameOfRole(policy, key)}
      transitions={transitions.map(({ before, after, gained, lost, people }) => ({
        from: before?.role ?? null,
        to: after?.role ?? null,
        statusFrom: before?.status ?? null,
        statusTo: after?.status ?? null,
        people,
        gained: [...gained],
        lost: [...lost],
      }))}
    />
  );
}
