import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { toastDone } from "#renderer/ui/toast.tsx";
import { factsOf, lastingOwnersAfter, willAllow } from "./judging.ts";
import { toastUndoable } from "./undo.ts";

/** Taking a member's access for a while and giving it back; each takes the other back. */
export function useStandingActs(organization: Organization) {
  const { t } = useTranslation("team");
  const { t: common } = useTranslation();
  const deactivation = useCommand("member.deactivate");
  const reactivation = useCommand("member.reactivate");
  const { id: organizationId } = organization;

  const returned = (member: Member, role: string): string =>
    t("done.reactivated", { name: member.name, role: nameOfRole(policyFor(organization), role) });

  const reactivate = async (member: Member, basis?: string): Promise<boolean> => {
    const answer = await reactivation.run({ organizationId, memberId: member.id }, basis);
    if (!answer.ok) return false;
    const act = { kind: "deactivate", target: factsOf(answer.value) } as const;
    const message = returned(member, answer.value.role);
    if (willAllow(organization, act, lastingOwnersAfter(organization, member, null, member.role))) {
      toastUndoable(organizationId, message, common("action.undo"), () => void takeBack(member));
    } else toastDone({ message });
    return true;
  };

  const takeBack = async (member: Member) => {
    const { ok } = await deactivation.run({ organizationId, memberId: member.id });
    if (ok) toastDone({ message: t("done.deactivated", { name: member.name }) });
  };

  const giveBack = async (member: Member) => {
    const answer = await reactivation.run({ organizationId, memberId: member.id });
    if (answer.ok) toastDone({ message: returned(member, answer.value.role) });
  };

  const deactivate = async (member: Member, basis?: string): Promise<boolean> => {
    const answer = await deactivation.run({ organizationId, memberId: member.id }, basis);
    if (!answer.ok) return false;
    const message = t("done.deactivated", { name: member.name });
    const act = { kind: "reactivate", target: factsOf(answer.value) } as const;
    const returns = willAllow(organization, act, lastingOwnersAfter(organization, member, member.role, null));
    if (returns) toastUndoable(organizationId, message, common("action.undo"), () => void giveBack(member));
    else toastDone({ message });
    return true;
  };
  return { deactivate, reactivate };
}
