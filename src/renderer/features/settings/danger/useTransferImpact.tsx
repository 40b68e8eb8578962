import { IconClock, IconCrown, IconDoorExit, IconShieldCheck, IconUserDown } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { formerOwnerRole } from "#domain/ownership.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { useOwnersLeft } from "#renderer/app/people/useOwnersLeft.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import type { Impact } from "#renderer/ui/DecisionDialog.tsx";

export type FormerOwner = "stays" | "leaves";

/** What a transfer to this person means, with the names of those who are in charge afterwards. */
export function useTransferImpact(
  organization: Organization,
  heir: Member | null,
  formerOwner: FormerOwner,
): readonly Impact[] {
  const { t } = useTranslation("ownership");
  const policy = policyFor(organization);
  const left = useOwnersLeft(organization, [organization.me, heir].flatMap(idAndRole));
  if (heir === null) return [];
  const name = (role: string) => nameOfRole(policy, role);
  const people = [heir.name, ...(left?.names ?? [])];
  const count = people.length + (left?.more ?? 0);
  const stays = formerOwner === "stays";
  return [
    { id: "accept", icon: <IconClock />, text: t("impact.accept", { to: heir.name }) },
    {
      id: "gains",
      icon: <IconCrown />,
      text: t("impact.gains", { to: heir.name, role: name(policy.preset.creatorRole) }),
      tone: "warning",
    },
    {
      id: "you",
      icon: stays ? <IconUserDown /> : <IconDoorExit />,
      text: stays ? t("impact.youStay", { role: name(formerOwnerRole(policy)) }) : t("impact.youLeave"),
      tone: "danger",
    },
    {
      id: "inCharge",
      icon: <IconShieldCheck />,
      text: t("inCharge.then", { count, people: left?.list(people) ?? heir.name }),
    },
  ];
}

const idAndRole = (one: { readonly id: string; readonly role: string } | Organization["me"] | null) => {
  if (one === null) return [];
  return [{ id: "memberId" in one ? one.memberId : one.id, role: one.role }];
};
