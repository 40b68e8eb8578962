import { IconMailForward, IconMailX, IconPlayerPause, IconUserCog, IconUserMinus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { assignableRoles } from "#domain/policy/policy.ts";
import { policyFor, useDecide } from "#renderer/bridge/decision.ts";
import type { MenuAction } from "#renderer/ui/ActionMenu.tsx";
import type { Ask } from "../asking.ts";
import { isInvitation, isMember, type MemberRow, type TeamRow } from "../people.ts";
import type { Plan } from "./job.ts";
import { useJobs } from "./useJobs.ts";
import { usePlans } from "./usePlans.ts";

const size = 16;

/** What can be done with a selection; an act that is refused for every row of it is disabled and says why. */
export function useBulkActions(organization: Organization, ask: Ask) {
  const { t } = useTranslation("team");
  const { t: members } = useTranslation("members");
  const decide = useDecide(organization);
  const plans = usePlans(organization);
  const jobs = useJobs(organization);

  const memberActions = (rows: readonly MemberRow[]): MenuAction[] => [
    {
      id: "changeRoles",
      label: t("bulk.changeRole"),
      icon: <IconUserCog size={size} />,
      reason: roleRefusal(rows),
      onSelect: () => ask({ kind: "changeRoles", rows }),
    },
    {
      id: "deactivateAll",
      label: members("bulk.deactivate"),
      icon: <IconPlayerPause size={size} />,
      reason: refusalOf(plans.deactivation(rows)),
      onSelect: () => ask({ kind: "deactivateAll", rows }),
    },
    {
      id: "removeAll",
      label: t("bulk.remove"),
      icon: <IconUserMinus size={size} />,
      tone: "danger",
      reason: refusalOf(plans.removal(rows)),
      onSelect: () => ask({ kind: "removeAll", rows }),
    },
  ];

  return (rows: readonly TeamRow[]): readonly MenuAction[] => {
    const active = rows.filter(isMember).filter(({ member }) => member.status === "active");
    const invitations = rows.filter(isInvitation);
    const resending = plans.resending(invitations);
    const revoking = plans.revoking(invitations);
    return [
      ...(active.length > 0 ? memberActions(active) : []),
      ...(invitations.length > 0
        ? [
            {
              id: "resendAll",
              label: t("bulk.resend", { count: invitations.length }),
              icon: <IconMailForward size={size} />,
              reason: refusalOf(resending),
              onSelect: () => ask({ kind: "run", job: jobs.resend(resending.ready) }),
            },
            {
              id: "revokeAll",
              label: t("bulk.revoke", { count: invitations.length }),
              icon: <IconMailX size={size} />,
              tone: "danger" as const,
              reason: refusalOf(revoking),
              onSelect: () => ask({ kind: "run", job: jobs.revoke(revoking.ready) }),
            },
          ]
        : []),
    ];
  };

  function roleRefusal(rows: readonly MemberRow[]): string | null {
    const permitted = decide({ kind: "use", permission: "member.changeRole" });
    if (!permitted.allowed) return permitted.sentence;
    const roles = assignableRoles(policyFor(organization), organization.me.role);
    const tried = roles.map((role) => plans.roles(rows, role.key));
    if (tried.some((plan) => plan.ready.length > 0)) return null;
    const sentences = tried.flatMap((plan) => plan.skipped.map(({ sentence }) => sentence));
    return sentences.find((sentence) => sentence !== t("bulk.hasRole")) ?? t("bulk.sameRole");
  }
}

function refusalOf(plan: Plan<unknown>): string | null {
  return plan.ready.length > 0 ? null : (plan.skipped[0]?.sentence ?? null);
}
