import {
  IconCalendarPlus,
  IconCopy,
  IconLayoutSidebarRight,
  IconLogout,
  IconMailForward,
  IconMailX,
  IconPlayerPause,
  IconPlayerPlay,
  IconUserCog,
  IconUserMinus,
  IconUserPlus,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Invitation } from "#contract/entities/invitation.ts";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { byRank } from "#domain/policy/policy.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { useRefusal } from "#renderer/app/explain/useRefusal.tsx";
import { policyFor } from "#renderer/bridge/decision.ts";
import type { MenuAction } from "#renderer/ui/ActionMenu.tsx";
import type { Ask } from "./asking.ts";
import { useInviteAgain } from "./invite/useInvite.ts";
import { factsOf, mayReturn } from "./judging.ts";
import type { TeamRow } from "./people.ts";
import { useRoleChoice } from "./requests/useRoleChoice.ts";
import { useInvitationActs } from "./useInvitationActs.ts";

const size = 16;

/** The menu of a row. What may not be done stays in it, with the reason. */
export function useRowActions(organization: Organization, ask: Ask, onOpen: (row: TeamRow) => void) {
  const { t } = useTranslation("team");
  const memberActions = useMemberActions(organization, ask);
  const invitationActions = useInvitationActions(organization);
  return (row: TeamRow): readonly MenuAction[] => [
    {
      id: "open",
      label: t("act.open"),
      icon: <IconLayoutSidebarRight size={size} />,
      shortcut: "enter",
      onSelect: () => onOpen(row),
    },
    ...(row.kind === "member" ? memberActions(row.member) : invitationActions(row.invitation)),
  ];
}

function useMemberActions(organization: Organization, ask: Ask) {
  const { t } = useTranslation("team");
  const refusal = useRefusal(organization);
  const { t: approvals } = useTranslation("approvals");
  const choose = useRoleChoice(organization);
  const inviteAgain = useInviteAgain(organization.id);
  const copy = useCopy();
  const policy = policyFor(organization);

  const roles = (member: Member, own: boolean): MenuAction[] =>
    byRank(policy)
      .filter((role) => role !== member.role)
      .map((role, index) => {
        const { by, refused } = choose(member, role);
        const words = { role: nameOfRole(policy, role) };
        return {
          id: `role.${role}`,
          label: by === "request" ? approvals("ask.act", words) : t("act.makeRole", words),
          icon: <IconUserCog size={size} />,
          ...refused,
          separated: index === 0,
          onSelect: () => {
            if (by === "request") ask({ kind: "requestRole", member, role });
            else if (own) ask({ kind: "stepDown", member, role });
            else ask({ kind: "changeRole", member, role });
          },
        };
      });

  return (member: Member): MenuAction[] => {
    if (member.status === "removed") {
      return [copy(member.email), mayReturn(member) ? bringBack(member) : invitation(member)];
    }
    if (member.status === "deactivated") return [copy(member.email), reactivation(member), removal(member)];
    if (member.id === organization.me.memberId) return [copy(member.email), ...roles(member, true), leave()];
    return [copy(member.email), ...roles(member, false), deactivation(member), removal(member)];
  };

  function bringBack(member: Member): MenuAction {
    return {
      id: "reinstate",
      label: t("act.reinstate"),
      icon: <IconUserPlus size={size} />,
      ...refusal({ kind: "reinstate", target: factsOf(member), role: member.role }),
      separated: true,
      onSelect: () => ask({ kind: "reinstate", member }),
    };
  }

  function invitation(member: Member): MenuAction {
    return {
      id: "inviteAgain",
      label: t("act.inviteAgain"),
      icon: <IconUserPlus size={size} />,
      ...refusal({ kind: "use", permission: "member.invite" }),
      separated: true,
      onSelect: () => inviteAgain([member]),
    };
  }

  function reactivation(member: Member): MenuAction {
    return {
      id: "reactivate",
      label: t("act.reactivate"),
      icon: <IconPlayerPlay size={size} />,
      ...refusal({ kind: "reactivate", target: factsOf(member) }),
      separated: true,
      onSelect: () => ask({ kind: "reactivate", member }),
    };
  }

  function deactivation(member: Member): MenuAction {
    return {
      id: "deactivate",
      label: t("act.deactivate"),
      icon: <IconPlayerPause size={size} />,
      ...refusal({ kind: "deactivate", target: factsOf(member) }),
      separated: true,
      onSelect: () => ask({ kind: "deactivate", member }),
    };
  }

  function removal(member: Member): MenuAction {
    return {
      id: "remove",
      label: t("act.remove"),
      icon: <IconUserMinus size={size} />,
      tone: "danger",
      ...refusal({ kind: "remove", target: factsOf(member) }),
      onSelect: () => ask({ kind: "remove", member }),
    };
  }

  function leave(): MenuAction {
    return {
      id: "leave",
      label: t("act.leave"),
      icon: <IconLogout size={size} />,
      tone: "danger",
      separated: true,
      ...refusal({ kind: "leave", ends: organization.me.ends }),
      onSelect: () => ask({ kind: "leave" }),
    };
  }
}

function useInvitationActions(organization: Organization) {
  const { t } = useTranslation("team");
  const refusal = useRefusal(organization);
  const acts = useInvitationActs(organization);
  const copy = useCopy();
  return (invitation: Invitation): MenuAction[] => {
    const inviting = refusal({ kind: "use", permission: "member.invite" });
    // A link for a role gives that role, so it takes what inviting with it would take.
    const giving = refusal({ kind: "invite", role: invitation.role });
    return [
      copy(invitation.email),
      {
        id: "resend",
        label: t("act.resend"),
        icon: <IconMailForward size={size} />,
        ...giving,
        separated: true,
        onSelect: () => acts.resend(invitation),
      },
      {
        id: "extend",
        label: t("act.extend"),
        icon: <IconCalendarPlus size={size} />,
        ...giving,
        onSelect: () => acts.extend(invitation),
      },
      {
        id: "revoke",
        label: t("act.revoke"),
        icon: <IconMailX size={size} />,
        tone: "danger",
        separated: true,
        ...inviting,
        onSelect: () => acts.revoke(invitation),
      },
    ];
  };
}

function useCopy() {
  const { t } = useTranslation("team");
  return (email: string): MenuAction => ({
    id: "copy",
    label: t("act.copyAddress"),
    icon: <IconCopy size={size} />,
    onSelect: () => void navigator.clipboard.writeText(email),
  });
}
