import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import type { RoleKey } from "#domain/policy/preset.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { toastDone } from "#renderer/ui/toast.tsx";
import { factsOf, lastingOwnersAfter, willAllow } from "./judging.ts";
import { toastUndoable } from "./undo.ts";
import { useRoleSentence } from "./useRoleSentence.ts";

/** What can be done with one member; each act says what it meant and, where it can be taken back, offers that. */
export function useMemberActs(organization: Organization) {
  const { t } = useTranslation("team");
  const { t: common } = useTranslation();
  const sentence = useRoleSentence(organization);
  const change = useCommand("member.changeRole");
  const removal = useCommand("member.remove");
  const reinstatement = useCommand("member.reinstate");
  const { id: organizationId, me } = organization;

  const reinstate = async (member: Member) => {
    const answer = await reinstatement.run({ organizationId, memberId: member.id });
    if (!answer.ok) return;
    const role = nameOfRole(policyFor(organization), answer.value.role);
    toastDone({ message: t("done.reinstated", { name: member.name, role }) });
  };

  const remove = async (member: Member, basis?: string): Promise<boolean> => {
    const answer = await removal.run({ organizationId, memberId: member.id }, basis);
    if (!answer.ok) return false;
    const message = t("done.removed", { name: member.name });
    const act = { kind: "reinstate", target: factsOf(answer.value), role: member.role } as const;
    const returns = willAllow(organization, act, lastingOwnersAfter(organization, member, member.role, null));
    if (returns) toastUndoable(organizationId, message, common("action.undo"), () => void reinstate(member));
    else toastDone({ message });
    return true;
  };

  const giveBack = async (member: Member, role: RoleKey) => {
    const answer = await change.run({ organizationId, memberId: member.id, role });
    if (answer.ok) toastDone({ message: sentence(member.name, member.role, role) });
  };

  const changeRole = async (member: Member, role: RoleKey, basis?: string): Promise<boolean> => {
    const answer = await change.run({ organizationId, memberId: member.id, role }, basis);
    if (!answer.ok) return false;
    const own = member.id === me.memberId;
    const message = sentence(own ? null : member.name, member.role, role);
    const act = { kind: "changeRole", target: factsOf(answer.value), to: member.role } as const;
    const returns = !own && willAllow(organization, act, lastingOwnersAfter(organization, member, member.role, role));
    if (returns)
      toastUndoable(organizationId, message, common("action.undo"), () => void giveBack(answer.value, member.role));
    else toastDone({ message });
    return true;
  };
  return { changeRole, remove, reinstate, pending: change.pending || removal.pending };
}
