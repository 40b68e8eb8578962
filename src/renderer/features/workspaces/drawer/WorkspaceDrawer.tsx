import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { Workspace } from "#contract/entities/workspace.ts";
import { nounsOf } from "#renderer/app/workspaces/nouns.ts";
import { WorkspaceStatus } from "#renderer/app/workspaces/WorkspaceStatus.tsx";
import { useDecision } from "#renderer/bridge/decision.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { isDenied } from "#renderer/bridge/reading.ts";
import { ActionButtons } from "#renderer/ui/ActionButtons.tsx";
import { Drawer, DrawerFact, DrawerSection } from "#renderer/ui/dialog/Drawer.tsx";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { PersonAvatar } from "#renderer/ui/people/PersonAvatar.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import { useWorkspaceDesk } from "../desk.ts";
import classes from "./Drawer.module.css";
import { History } from "./History.tsx";
import { People } from "./People.tsx";

/** One workspace: where it stands, who can use it, what happened. */
export function WorkspaceDrawer() {
  const { t } = useTranslation("workspaces");
  const { workspaceId = "" } = useParams();
  const desk = useWorkspaceDesk();
  const { organization } = desk;
  const nouns = nounsOf(organization);
  const { data, error, refetch } = useOperation("workspace.get", { organizationId: organization.id, workspaceId });
  const audit = useDecision(organization, { kind: "use", permission: "audit.view" });
  const team = useDecision(organization, { kind: "use", permission: "member.view" });
  const known = data ?? (isDenied(error) ? undefined : desk.find(workspaceId));
  const workspace = error ? data : known;
  return (
    <Drawer
      title={t("drawer.title", nouns)}
      identity={known ? <Identity workspace={known} /> : null}
      actions={workspace ? <ActionButtons actions={desk.actions(workspace)} /> : null}
      onClose={desk.close}
      onStep={(by) => desk.step(workspaceId, by)}
    >
      {error && !data ? <ErrorState fault={error} title={t("drawer.notLoaded", nouns)} onRetry={refetch} /> : null}
      {!workspace && !error ? <Loading /> : null}
      {workspace ? <Facts workspace={workspace} /> : null}
      {workspace && team.allowed ? (
        <People key={workspaceId} organization={organization} workspace={workspace} />
      ) : null}
      {workspace && audit.allowed ? (
        <History key={`${workspaceId}-history`} organization={organization} targetId={workspaceId} />
      ) : null}
    </Drawer>
  );
}

function Identity({ workspace }: { workspace: Workspace }) {
  const { id, name, slug } = workspace;
  return (
    <>
      <PersonAvatar id={id} name={name} size={40} shape="square" />
      <div className={classes["identity"]}>
        <bdi className={classes["name"]}>{name}</bdi>
        <div className={classes["slug"]}>{slug}</div>
      </div>
    </>
  );
}

function Facts({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation("workspaces");
  const { status, description, suspendedAt, suspendedReason, archivedAt, createdAt } = workspace;
  return (
    <DrawerSection title={t("drawer.details")}>
      {description === "" ? null : (
        <p className={classes["description"]} dir="auto">
          {description}
        </p>
      )}
      <DrawerFact name={t("column.status")}>
        <WorkspaceStatus status={status} />
      </DrawerFact>
      {suspendedAt === null ? null : (
        <DrawerFact name={t("drawer.suspendedSince")}>
          <RelativeTime at={suspendedAt} />
        </DrawerFact>
      )}
      {suspendedReason === "" ? null : (
        <DrawerFact name={t("drawer.reason")}>
          <span className={classes["reason"]} dir="auto">
            {suspendedReason}
          </span>
        </DrawerFact>
      )}
      {archivedAt === null ? null : (
        <DrawerFact name={t("drawer.archivedSince")}>
          <RelativeTime at={archivedAt} />
        </DrawerFact>
      )}
      <DrawerFact name={t("column.created")}>
        <RelativeTime at={createdAt} />
      </DrawerFact>
    </DrawerSection>
  );
}
