import { Button } from "@mantine/core";
import { IconLogout, IconPlayerPause, IconPlayerPlay, IconUserMinus, IconUserPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { useDecide } from "#renderer/bridge/decision.ts";
import { Reason } from "#renderer/ui/Reason.tsx";
import type { Ask } from "../asking.ts";
import { factsOf } from "../judging.ts";
import type { RoleChoice } from "../requests/useRoleChoice.ts";
import { useStandingActs } from "../useStandingActs.ts";
import { RoleMenu } from "./RoleMenu.tsx";

interface MemberButtonsProps {
  readonly organization: Organization;
  readonly member: Member;
  readonly ask: Ask;
}

/** What can be done with the member of a drawer. */
export function MemberButtons({ organization, member, ask }: MemberButtonsProps) {
  const { t } = useTranslation("team");
  const decide = useDecide(organization);
  if (member.status === "removed") {
    const verdict = decide({ kind: "reinstate", target: factsOf(member), role: member.role });
    return (
      <Reason because={verdict.sentence} position="bottom">
        <Button
          variant="default"
          leftSection={<IconUserPlus size={16} />}
          onClick={() => ask({ kind: "reinstate", member })}
        >
          {t("act.reinstate")}
        </Button>
      </Reason>
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
        <Reason because={decide({ kind: "leave" }).sentence} position="bottom">
          <Button
            variant="default"
            c="var(--od-red)"
            leftSection={<IconLogout size={16} />}
            onClick={() => ask({ kind: "leave" })}
          >
            {t("act.leave")}
          </Button>
        </Reason>
      ) : (
        <>
          <Reason because={decide({ kind: "deactivate", target: factsOf(member) }).sentence} position="bottom">
            <Button
              variant="default"
              leftSection={<IconPlayerPause size={16} />}
              onClick={() => ask({ kind: "deactivate", member })}
            >
              {t("act.deactivate")}
            </Button>
          </Reason>
          <RemoveButton organization={organization} member={member} ask={ask} />
        </>
      )}
    </>
  );
}

function DeactivatedButtons({ organization, member, ask }: MemberButtonsProps) {
  const { t } = useTranslation("team");
  const decide = useDecide(organization);
  const { reactivate } = useStandingActs(organization);
  return (
    <>
      <Reason because={decide({ kind: "reactivate", target: factsOf(member) }).sentence} position="bottom">
        <Button variant="default" leftSection={<IconPlayerPlay size={16} />} onClick={() => void reactivate(member)}>
          {t("act.reactivate")}
        </Button>
      </Reason>
      <RemoveButton organization={organization} member={member} ask={ask} />
    </>
  );
}

function RemoveButton({ organization, member, ask }: MemberButtonsProps) {
  const { t: common } = useTranslation();
  const decide = useDecide(organization);
  return (
    <Reason because={decide({ kind: "remove", target: factsOf(member) }).sentence} position="bottom">
      <Button
        variant="default"
        c="var(--od-red)"
        leftSection={<IconUserMinus size={16} />}
        onClick={() => ask({ kind: "remove", member })}
      >
        {common("action.remove")}
      </Button>
    </Reason>
  );
}
