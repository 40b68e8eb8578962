import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { eventText } from "#renderer/app/events/eventText.ts";
import { useNamingPolicy } from "#renderer/app/events/useNamingPolicy.ts";
import { paths } from "#renderer/app/organizations/paths.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { EmptyState } from "#renderer/ui/page/EmptyState.tsx";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { PersonAvatar } from "#renderer/ui/people/PersonAvatar.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import classes from "./Overview.module.css";

/** The last events of the audit log, each leading to its entry. */
export function RecentActivity({ organization }: { organization: Organization }) {
  const { t } = useTranslation("overview");
  const { data, error, refetch } = useOperation("auditEvent.list", { organizationId: organization.id, limit: 8 });
  return (
    <section aria-labelledby="activity">
      <header className={classes["panelHeader"]}>
        <h2 id="activity">{t("activity")}</h2>
        <Link to={paths.section(organization.id, "audit")} className={classes["link"]}>
          {t("allActivity")}
        </Link>
      </header>
      {data ? <Events events={data.items} organization={organization} /> : null}
      {error && !data ? <ErrorState fault={error} onRetry={refetch} /> : null}
      {!data && !error ? <Loading lines={8} /> : null}
    </section>
  );
}

function Events({ events, organization }: { events: readonly AuditEvent[]; organization: Organization }) {
  const { t } = useTranslation("overview");
  const { t: words } = useTranslation("audit");
  const policy = useNamingPolicy(organization, events);
  if (events.length === 0) return <EmptyState text={t("noActivity")} />;
  return (
    <ul className={classes["events"]}>
      {events.map((event) => (
        <li key={event.id}>
          <Link to={paths.auditEvent(organization.id, event.revision)} className={classes["event"]}>
            <PersonAvatar id={event.actor.accountId ?? event.actor.name} name={event.actor.name} size={24} />
            <span className={classes["sentence"]}>{eventText(words, policy, event)}</span>
            <span className={classes["time"]}>
              <RelativeTime at={event.at} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
