import { IconDoorExit, IconHistory } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { day } from "#domain/calendar/lengths.ts";
import { reinstatementPeriod } from "#domain/membership.ts";
import type { Impact } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { factsOf, willAllow } from "../judging.ts";

const days = reinstatementPeriod / day;

/** What a removal means besides what its preview tells: access everywhere at once, and the way back. */
export function useRemovalImpact(organization: Organization, members: readonly Member[]): readonly Impact[] {
  const { t } = useTranslation("team");
  const count = members.length;
  const returns = members.every((member) =>
    willAllow(
      organization,
      { kind: "reinstate", target: factsOf(member), role: member.role },
      organization.lastingOwners,
    ),
  );
  return [
    { id: "access", icon: <IconDoorExit />, text: t("impact.access", { count }), tone: "danger" },
    {
      id: "return",
      icon: <IconHistory />,
      text: returns ? t("impact.return", { count, days }) : t("impact.noReturn", { count }),
    },
  ];
}
