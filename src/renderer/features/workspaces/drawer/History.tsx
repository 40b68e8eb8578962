import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { paths } from "#renderer/app/organizations/paths.ts";
import { useInfiniteOperation } from "#renderer/bridge/queries.ts";
import { workspaces } from "#renderer/i18n/locales/en/workspaces.ts";
import { DrawerSection } from "#renderer/ui/Drawer.tsx";
import { ErrorState } from "#renderer/ui/ErrorState.tsx";
import { Loading } from "#renderer/ui/Loading.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import classes from "./Drawer.module.css";

type Deed = keyof typeof workspaces.event;

const deedOf = ({ action }: AuditEvent): Deed | undefined =>
  (Object.keys(workspaces.event) as Deed[]).find((deed) => action === `workspace.${deed}`);

/** What the audit log says of one workspace, newest first. */
export function History({ organization, targetId }: { organization: Organization; targetId: string }) {
  const { t } = useTranslation("workspaces");
  const input = { organizationId: organization.id, targetId, limit: 20 };
  const { items, isPending, error, refetch, hasMore, isFetchingMore, loadMore } = useInfiniteOperation(
    "auditEvent.list",
    input,
  );
  return (
    <DrawerSection title={t("drawer.history")}>
      {isPending ? <Loading lines={3} /> : null}
      {error && items.length === 0 ? <ErrorState fault={error} onRetry={refetch} /> : null}
      {!isPending && !error && items.length === 0 ? <p className={classes["quiet"]}>{t("drawer.noHistory")}</p> : null}
      <ul className={classes["history"]}>
        {items.map((event) => {
          const deed = deedOf(event);
          return (
            <li key={event.id}>
              <span className={classes["sentence"]} dir="auto">
                {deed ? t(`event.${deed}`, { actor: event.actor.name }) : event.actor.name}
              </span>
              <Link to={paths.auditEvent(organization.id, event.revision)} className={classes["time"]}>
                <RelativeTime at={event.at} />
              </Link>
            </li>
          );
        })}
      </ul>
      {hasMore ? (
        <Button variant="subtle" size="xs" loading={isFetchingMore} onClick={loadMore}>
          {t("drawer.earlier")}
        </Button>
      ) : null}
    </DrawerSection>
  );
}
