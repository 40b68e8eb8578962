import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { CallOutput } from "#contract/bridge.ts";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { roleOf } from "#domain/policy/policy.ts";
import { MemberAccess } from "#renderer/app/workspaces/MemberAccess.tsx";
import { policyFor, useDecision } from "#renderer/bridge/decision.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { Drawer, DrawerFact, DrawerSection } from "#renderer/ui/dialog/Drawer.tsx";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import { RoleBadge } from "#renderer/ui/people/RoleBadge.tsx";
import { AccessEndSection } from "../details/AccessEndSection.tsx";
import { ContactSection } from "../details/ContactSection.tsx";
import { NotesSection } from "../details/NotesSection.tsx";
import { NotificationsSection } from "../details/NotificationsSection.tsx";
import { useTeamDesk, type TeamDesk } from "../desk.ts";
import { RequestFact } from "../requests/RequestFact.tsx";
import { MemberStatus } from "../RowStatus.tsx";
import { History } from "./History.tsx";
import { Identity } from "./Identity.tsx";
import { MemberButtons } from "./MemberButtons.tsx";
import { SharedOrganizations } from "./SharedOrganizations.tsx";

/** One member: role, the organizations shared with the reader, history. */
export function MemberDrawer() {
  const { t } = useTranslation("team");
  const { memberId = "" } = useParams();
  const desk = useTeamDesk();
  const { organization } = desk;
  const { data, error, refetch } = useOperation("member.get", { organizationId: organization.id, memberId });
  const audit = useDecision(organization, { kind: "use", permission: "audit.view" });
  const known = desk.find(memberId);
  const member = data?.member ?? (known?.kind === "member" ? known.member : undefined);
  const own = memberId === organization.me.memberId;
  return (
    <Drawer
      title={t("drawer.member")}
      identity={member ? <Identity id={member.accountId} name={member.name} email={member.email} isYou={own} /> : null}
      actions={member ? <MemberButtons organization={organization} member={member} ask={desk.ask} /> : null}
      onClose={desk.close}
      onStep={(by) => desk.step(memberId, by)}
    >
      {/* What is being asked about one member goes with them, also where the address leads back to another. */}
      <Fragment key={memberId}>
        {error && !data ? <ErrorState fault={error} title={t("drawer.notLoaded")} onRetry={refetch} /> : null}
        {!member && !error ? <Loading /> : null}
        {member ? <Facts member={member} desk={desk} /> : null}
        {data ? <MemberAccess organization={organization} member={data.member} access={data.workspaceAccess} /> : null}
        {data ? <Details answer={data} organization={organization} /> : null}
        {data ? <SharedOrganizations shared={data.shared} desk={desk} /> : null}
        {member && audit.allowed ? <History organization={organization} targetId={memberId} /> : null}
      </Fragment>
    </Drawer>
  );
}

/** What is kept of the member beside their place; each part only for who may see it. */
function Details({ answer, organization }: { answer: CallOutput<"member.get">; organization: Organization }) {
  const { member, contact, notes, notifications } = answer;
  return (
    <>
      {member.status === "removed" ? null : <AccessEndSection organization={organization} member={member} />}
      <ContactSection organization={organization} member={member} contact={contact} />
      {notes === null ? null : <NotesSection organization={organization} member={member} notes={notes} />}
      {notifications === null ? null : <NotificationsSection organization={organization} preferences={notifications} />}
    </>
  );
}

function Facts({ member, desk }: { member: Member; desk: TeamDesk }) {
  const { t } = useTranslation("team");
  const role = roleOf(policyFor(desk.organization), member.role);
  return (
    <DrawerSection title={t("drawer.details")}>
      <DrawerFact name={t("column.role")}>
        <RoleBadge name={role?.name ?? member.role} owner={role?.ownerClass === true} />
      </DrawerFact>
      <RequestFact organization={desk.organization} member={member} />
      <DrawerFact name={t("column.status")}>
        <MemberStatus member={member} />
      </DrawerFact>
      <DrawerFact name={t("column.joined")}>
        <RelativeTime at={member.joinedAt} />
      </DrawerFact>
      <DrawerFact name={t("drawer.twoFactor")}>
        {t(member.twoFactor ? "drawer.twoFactorOn" : "drawer.twoFactorOff")}
      </DrawerFact>
      <DrawerFact name={t("column.lastSeen")}>
        {member.lastSeenAt === null ? t("never") : <RelativeTime at={member.lastSeenAt} />}
      </DrawerFact>
    </DrawerSection>
  );
}
