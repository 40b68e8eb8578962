import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { Organization } from "#contract/entities/organization.ts";
import type { Policy } from "#domain/policy/policy.ts";
import { paths } from "#renderer/app/organizations/paths.ts";
import { UndoButton } from "#renderer/app/preview/UndoButton.tsx";
import { useInfiniteOperation } from "#renderer/bridge/queries.ts";
import { DrawerSection } from "#renderer/ui/dialog/Drawer.tsx";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import classes from "./EventHistory.module.css";
import { useNamingPolicy } from "./useNamingPolicy.ts";

interface EventHistoryProps {
  readonly organization: Organization;
  readonly targetId: string;
  /** Words an event where everybody knows what it is about; the rules name the roles, former ones too. */
  readonly sentenceOf: (event: AuditEvent, policy: Policy) => string;
}

/** What the audit log says of one member, invitation or workspace, newest first: the end of its drawer. */
export function EventHistory({ organization, targetId, sentenceOf }: EventHistoryProps) {
  const { t } = useTranslation("audit");
  const input = { organizationId: organization.id, targetId, limit: 20 };
  const { items, isPending, error, refetch, hasMore, isFetchingMore, loadMore } = useInfiniteOperation(
    "auditEvent.list",
    input,
  );
  const policy = useNamingPolicy(organization, items);
  return (
    <DrawerSection title={t("history.title")}>
      {isPending ? <Loading lines={3} /> : null}
      {error && items.length === 0 ? <ErrorState fault={error} onRetry={refetch} /> : null}
      {!isPending && !error && items.length === 0 ? <p className={classes["none"]}>{t("history.none")}</p> : null}
      <ul className={classes["list"]}>
        {items.map((event) => (
          <li key={event.id}>
            <span className={classes["sentence"]}>{sentenceOf(event, policy)}</span>
            <Link to={paths.auditEvent(organization.id, event.revision)} className={classes["time"]}>
              <RelativeTime at={event.at} />
            </Link>
            <UndoButton quiet organization={organization} event={event} sentence={sentenceOf(event, policy)} />
          </li>
        ))}
      </ul>
      {hasMore ? (
        <Button variant="subtle" size="xs" loading={isFetchingMore} onClick={loadMore}>
          {t("history.earlier")}
        </Button>
      ) : null}
    </DrawerSection>
  );
}
