import { Button } from "@mantine/core";
import { IconLogout, IconPlayerPause, IconPlayerPlay, IconUserMinus, IconUserPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { Explained } from "#renderer/app/explain/Explained.tsx";
import type { Ask } from "../asking.ts";
import { useInviteAgain } from "../invite/useInvite.ts";
import { factsOf, mayReturn } from "../judging.ts";
import type { RoleChoice } from "../requests/useRoleChoice.ts";
import { RoleMenu } from "./RoleMenu.tsx";

interface MemberButtonsProps {
  readonly organization: Organization;
  readonly member: Member;
  readonly ask: Ask;
}

/** What can be done with the member of a drawer. */
export function MemberButtons({ organization, member, ask }: MemberButtonsProps) {
  const { t } = useTranslation("team");
  const inviteAgain = useInviteAgain(organization.id);
  if (member.status === "removed" && !mayReturn(member)) {
    return (
      <Explained organization={organization} act={{ kind: "use", permission: "member.invite" }}>
        <Button variant="default" leftSection={<IconUserPlus size={16} />} onClick={() => inviteAgain([member])}>
          {t("act.inviteAgain")}
        </Button>
      </Explained>
    );
  }
  if (member.status === "removed") {
    return (
      <Explained organization={organization} act={{ kind: "reinstate", target: factsOf(member), role: member.role }}>
        <Button
          variant="default"
          leftSection={<IconUserPlus size={16} />}
          onClick={() => ask({ kind: "reinstate", member })}
        >
          {t("act.reinstate")}
        </Button>
      </Explained>
    );
  }
  if (member.status === "deactivated") return <DeactivatedButtons {...{ organization, member, ask }} />;
  const own = member.id === organization.me.memberId;
  const changeRole = (role: string, by: RoleChoice["by"]) => {
    if (by === "request") ask({ kind: "requestRole", member, role });
    else if (own) ask({ kind: "stepDown", member, role });
    else ask({ kind: "changeRole", member, role });
  };
  return (
    <>
      <RoleMenu organization={organization} member={member} onChange={changeRole} />
      {own ? (
        <Explained organization={organization} act={{ kind: "leave", ends: organization.me.ends }}>
          <Button
            variant="default"
            c="var(--od-red)"
            leftSection={<IconLogout size={16} />}
            onClick={() => ask({ kind: "leave" })}
          >
            {t("act.leave")}
          </Button>
        </Explained>
      ) : (
        <>
          <Explained organization={organization} act={{ kind: "deactivate", target: factsOf(member) }}>
            <Button
              variant="default"
              leftSection={<IconPlayerPause size={16} />}
              onClick={() => ask({ kind: "deactivate", member })}
            >
              {t("act.deactivate")}
            </Button>
          </Explained>
          <RemoveButton organization={organization} member={member} ask={ask} />
        </>
      )}
    </>
  );
}

function DeactivatedButtons({ organization, member, ask }: MemberButtonsProps) {
  const { t } = useTranslation("team");
  return (
    <>
      <Explained organization={organization} act={{ kind: "reactivate", target: factsOf(member) }}>
        <Button
          variant="default"
          leftSection={<IconPlayerPlay size={16} />}
          onClick={() => ask({ kind: "reactivate", member })}
        >
          {t("act.reactivate")}
        </Button>
      </Explained>
      <RemoveButton organization={organization} member={member} ask={ask} />
    </>
  );
}

function RemoveButton({ organization, member, ask }: MemberButtonsProps) {
  const { t: common } = useTranslation();
  return (
    <Explained organization={organization} act={{ kind: "remove", target: factsOf(member) }}>
      <Button
        variant="default"
        c="var(--od-red)"
        leftSection={<IconUserMinus size={16} />}
        onClick={() => ask({ kind: "remove", member })}
      >
        {common("action.remove")}
      </Button>
    </Explained>
  );
}
