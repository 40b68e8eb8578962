import {
  IconMailForward,
  IconMailX,
  IconPlayerPause,
  IconUserCog,
  IconUserMinus,
  IconUserPlus,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { assignableRoles } from "#domain/policy/policy.ts";
import { useRefusal, type Refusal } from "#renderer/app/explain/useRefusal.tsx";
import { policyFor } from "#renderer/bridge/decision.ts";
import type { MenuAction } from "#renderer/ui/ActionMenu.tsx";
import type { Ask } from "../asking.ts";
import { useInviteAgain } from "../invite/useInvite.ts";
import { mayReturn } from "../judging.ts";
import { isInvitation, isMember, type MemberRow, type TeamRow } from "../people.ts";
import type { Plan, Skipped } from "./job.ts";
import { useJobs } from "./useJobs.ts";
import { usePlans } from "./usePlans.ts";

const size = 16;

/** What can be done with a selection; an act that is refused for every row of it is disabled and says why. */
export function useBulkActions(organization: Organization, ask: Ask) {
  const { t } = useTranslation("team");
  const { t: members } = useTranslation("members");
  const refusal = useRefusal(organization);
  const plans = usePlans(organization);
  const jobs = useJobs(organization);
  const inviteAgain = useInviteAgain(organization.id);

  const memberActions = (rows: readonly MemberRow[]): MenuAction[] => [
    {
      id: "changeRoles",
      label: t("bulk.changeRole"),
      icon: <IconUserCog size={size} />,
      ...roleRefusal(rows),
      onSelect: () => ask({ kind: "changeRoles", rows }),
    },
    {
      id: "deactivateAll",
      label: members("bulk.deactivate"),
      icon: <IconPlayerPause size={size} />,
      ...refusalOf(plans.deactivation(rows)),
      onSelect: () => ask({ kind: "deactivateAll", rows }),
    },
    {
      id: "removeAll",
      label: t("bulk.remove"),
      icon: <IconUserMinus size={size} />,
      tone: "danger",
      ...refusalOf(plans.removal(rows)),
      onSelect: () => ask({ kind: "removeAll", rows }),
    },
  ];

  return (rows: readonly TeamRow[]): readonly MenuAction[] => {
    const active = rows.filter(isMember).filter(({ member }) => member.status === "active");
    const gone = rows.filter(isMember).flatMap(({ member }) => (isGone(member) ? [member] : []));
    const invitations = rows.filter(isInvitation);
    const resending = plans.resending(invitations);
    const revoking = plans.revoking(invitations);
    return [
      ...(active.length > 0 ? memberActions(active) : []),
      ...(gone.length > 0
        ? [
            {
              id: "inviteAgain",
              label: t("act.inviteAgain"),
              icon: <IconUserPlus size={size} />,
              ...refusal({ kind: "use", permission: "member.invite" }),
              onSelect: () => inviteAgain(gone),
            },
          ]
        : []),
      ...(invitations.length > 0
        ? [
            {
              id: "resendAll",
              label: t("bulk.resend", { count: invitations.length }),
              icon: <IconMailForward size={size} />,
              ...refusalOf(resending),
              onSelect: () => ask({ kind: "run", job: jobs.resend(resending.ready) }),
            },
            {
              id: "revokeAll",
              label: t("bulk.revoke", { count: invitations.length }),
              icon: <IconMailX size={size} />,
              tone: "danger" as const,
              ...refusalOf(revoking),
              onSelect: () => ask({ kind: "run", job: jobs.revoke(revoking.ready) }),
            },
          ]
        : []),
    ];
  };

  function roleRefusal(rows: readonly MemberRow[]): Refusal {
    const permitted = refusal({ kind: "use", permission: "member.changeRole" });
    if (permitted.reason !== null) return permitted;
    const roles = assignableRoles(policyFor(organization), organization.me.role);
    const tried = roles.map((role) => plans.roles(rows, role.key));
    if (tried.some((plan) => plan.ready.length > 0)) return { reason: null };
    const skipped = tried.flatMap((plan) => plan.skipped).filter(({ sentence }) => sentence !== t("bulk.hasRole"));
    return skipped.length === 0 ? { reason: t("bulk.sameRole") } : refusalOf({ ready: [], skipped });
  }
}

/** Whether only an invitation brings them back. */
const isGone = (member: Member): boolean => member.status === "removed" && !mayReturn(member);

/** What the rules refuse comes before what only this selection stands in the way of. */
function refusalOf({ ready, skipped }: Plan<unknown>): Refusal {
  const first = skipped.find(({ explanation }) => explanation !== undefined) ?? skipped[0];
  if (ready.length > 0 || first === undefined) return { reason: null };
  if (first.explanation === undefined) return { reason: first.sentence };
  return { reason: first.sentence, explanation: <WhyNone refused={first} /> };
}

/** The explanation is about the first of them. */
function WhyNone({ refused: { names, explanation } }: { refused: Skipped }) {
  const { t } = useTranslation("team");
  const [name] = names;
  return (
    <>
      {names.length > 1 ? <p>{t("bulk.refusedFor", { count: names.length, name })}</p> : null}
      {explanation}
    </>
  );
}
