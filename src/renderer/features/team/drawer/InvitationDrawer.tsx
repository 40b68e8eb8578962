import { Button } from "@mantine/core";
import { IconCalendarPlus, IconMailForward, IconMailX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { Invitation } from "#contract/entities/invitation.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { roleOf } from "#domain/policy/policy.ts";
import { Explained } from "#renderer/app/explain/Explained.tsx";
import { AccessSummary } from "#renderer/app/workspaces/AccessSummary.tsx";
import { policyFor, useDecision } from "#renderer/bridge/decision.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { Drawer, DrawerFact, DrawerSection } from "#renderer/ui/dialog/Drawer.tsx";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import { RoleBadge } from "#renderer/ui/people/RoleBadge.tsx";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import { AccessEndText } from "../details/AccessEndText.tsx";
import { useTeamDesk, type TeamDesk } from "../desk.ts";
import { InvitationStatus } from "../RowStatus.tsx";
import { useInvitationActs } from "../useInvitationActs.ts";
import { useLapsedText } from "../useLapsedText.ts";
import { History } from "./History.tsx";
import { Identity } from "./Identity.tsx";
import classes from "./TeamDrawer.module.css";

/** One invitation: who sent it, until when it can be accepted, history. */
export function InvitationDrawer() {
  const { t } = useTranslation("team");
  const { invitationId = "" } = useParams();
  const desk = useTeamDesk();
  const { organization } = desk;
  const { data, error, refetch } = useOperation("invitation.get", { organizationId: organization.id, invitationId });
  const audit = useDecision(organization, { kind: "use", permission: "audit.view" });
  const known = desk.find(invitationId);
  const invitation = data ?? (known?.kind === "invitation" ? known.invitation : undefined);
  return (
    <Drawer
      title={t("drawer.invitation")}
      identity={invitation ? <Identity id={invitation.id} name={invitation.email} email={invitation.email} /> : null}
      actions={invitation ? <Buttons organization={organization} invitation={invitation} /> : null}
      onClose={desk.close}
      onStep={(by) => desk.step(invitationId, by)}
    >
      {error && !invitation ? <ErrorState fault={error} title={t("drawer.notLoaded")} onRetry={refetch} /> : null}
      {!invitation && !error ? <Loading /> : null}
      {invitation ? <Facts invitation={invitation} desk={desk} /> : null}
      {data ? <AccessSummary organization={organization} access={data.workspaceAccess} role={data.role} /> : null}
      {invitation && audit.allowed ? (
        <History key={invitationId} organization={organization} targetId={invitationId} />
      ) : null}
    </Drawer>
  );
}

function Buttons({ organization, invitation }: { organization: Organization; invitation: Invitation }) {
  const { t } = useTranslation("team");
  const giving = { kind: "invite", role: invitation.role } as const;
  const acts = useInvitationActs(organization);
  const over = invitation.status === "pending" ? null : t(`invitation.over.${invitation.status}`);
  return (
    <>
      <Explained organization={organization} act={giving} otherwise={over}>
        <Button variant="default" leftSection={<IconMailForward size={16} />} onClick={() => acts.resend(invitation)}>
          {t("act.resend")}
        </Button>
      </Explained>
      <Explained organization={organization} act={giving} otherwise={over}>
        <Button variant="default" leftSection={<IconCalendarPlus size={16} />} onClick={() => acts.extend(invitation)}>
          {t("act.extend")}
        </Button>
      </Explained>
      <Explained organization={organization} act={{ kind: "use", permission: "member.invite" }} otherwise={over}>
        <Button
          variant="default"
          c="var(--od-red)"
          leftSection={<IconMailX size={16} />}
          onClick={() => acts.revoke(invitation)}
        >
          {t("act.revoke")}
        </Button>
      </Explained>
    </>
  );
}

function Facts({ invitation, desk }: { invitation: Invitation; desk: TeamDesk }) {
  const { t } = useTranslation("team");
  const role = roleOf(policyFor(desk.organization), invitation.role);
  const lapsed = useLapsedText(invitation);
  return (
    <>
      <DrawerSection title={t("drawer.details")}>
        {lapsed === null ? null : <p className={classes["lapsed"]}>{lapsed}</p>}
        <DrawerFact name={t("column.status")}>
          <InvitationStatus invitation={invitation} />
        </DrawerFact>
        <DrawerFact name={t("column.role")}>
          <RoleBadge name={role?.name ?? invitation.role} owner={role?.ownerClass === true} />
        </DrawerFact>
        {invitation.accessUntil === null ? null : (
          <DrawerFact name={t("drawer.accessEnd")}>
            <AccessEndText until={invitation.accessUntil} />
          </DrawerFact>
        )}
        <DrawerFact name={t("drawer.invitedBy")}>
          <Truncate>{invitation.invitedBy.name}</Truncate>
        </DrawerFact>
        <DrawerFact name={t("drawer.sent")}>
          <RelativeTime at={invitation.sentAt} />
        </DrawerFact>
      </DrawerSection>
      {invitation.message === "" ? null : (
        <DrawerSection title={t("drawer.message")}>
          <blockquote className={classes["message"]} dir="auto">
            {invitation.message}
          </blockquote>
        </DrawerSection>
      )}
    </>
  );
}
