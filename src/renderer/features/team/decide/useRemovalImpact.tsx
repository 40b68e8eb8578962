import { IconArmchair, IconDoorExit, IconHistory } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { reinstatementPeriod, seats } from "#domain/membership.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import type { Impact } from "#renderer/ui/DecisionDialog.tsx";
import { factsOf, willAllow } from "../judging.ts";

const days = reinstatementPeriod / 86_400_000;

/** What a removal touches: access, the way back, seats. */
export function useRemovalImpact(organization: Organization, members: readonly Member[]): readonly Impact[] {
  const { t } = useTranslation("team");
  const format = useFormat();
  const count = members.length;
  const returns = members.every((member) =>
    willAllow(organization, { kind: "reinstate", target: factsOf(member), role: member.role }, organization.owners),
  );
  const { limit, free } = seats({
    limit: organization.seatsLimit,
    active: organization.memberCount - count,
    pending: organization.pendingInvitations,
  });
  return [
    { id: "access", icon: <IconDoorExit />, text: t("impact.access", { count }), tone: "danger" },
    {
      id: "return",
      icon: <IconHistory />,
      text: returns ? t("impact.return", { count, days }) : t("impact.noReturn", { count }),
    },
    {
      id: "seats",
      icon: <IconArmchair />,
      text:
        free === null || limit === null
          ? t("impact.seats", { count })
          : t("impact.seatsOf", { count, free: format.number(free), limit: format.number(limit) }),
    },
  ];
}
