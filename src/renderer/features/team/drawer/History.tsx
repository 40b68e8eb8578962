import { Button } from "@mantine/core";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { roleOf, type Policy } from "#domain/policy/policy.ts";
import { paths } from "#renderer/app/organizations/paths.ts";
import { nounsOfPolicy } from "#renderer/app/workspaces/policyNouns.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { useInfiniteOperation } from "#renderer/bridge/queries.ts";
import { DrawerSection } from "#renderer/ui/Drawer.tsx";
import { ErrorState } from "#renderer/ui/ErrorState.tsx";
import { Loading } from "#renderer/ui/Loading.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import { inSentence } from "../people.ts";
import classes from "./TeamDrawer.module.css";

/** What the audit log says of one member or invitation, newest first. */
export function History({ organization, targetId }: { organization: Organization; targetId: string }) {
  const { t } = useTranslation("team");
  const input = { organizationId: organization.id, targetId, limit: 20 };
  const { items, isPending, error, refetch, hasMore, isFetchingMore, loadMore } = useInfiniteOperation(
    "auditEvent.list",
    input,
  );
  const policy = policyFor(organization);
  return (
    <DrawerSection title={t("drawer.history")}>
      {isPending ? <Loading lines={3} /> : null}
      {error && items.length === 0 ? <ErrorState fault={error} onRetry={refetch} /> : null}
      {!isPending && !error && items.length === 0 ? <p className={classes["quiet"]}>{t("drawer.noHistory")}</p> : null}
      <ul className={classes["history"]}>
        {items.map((event) => (
          <li key={event.id}>
            <span className={classes["sentence"]}>{eventSentence(t, policy, event)}</span>
            <Link to={paths.auditEvent(organization.id, event.revision)} className={classes["time"]}>
              <RelativeTime at={event.at} />
            </Link>
          </li>
        ))}
      </ul>
      {hasMore ? (
        <Button variant="subtle" size="xs" loading={isFetchingMore} onClick={loadMore}>
          {t("drawer.earlier")}
        </Button>
      ) : null}
    </DrawerSection>
  );
}

/** An event where everybody knows whom it is about. */
function eventSentence(t: TFunction<"team">, policy: Policy, event: AuditEvent): string {
  const role = (state: AuditEvent["after"]) => {
    const key = state?.["role"];
    return typeof key === "string" ? (roleOf(policy, key)?.name ?? key) : "";
  };
  const actor = inSentence(event.actor.name);
  const to = role(event.after) || role(event.before);
  return t(`event.${event.action}`, { ...nounsOfPolicy(policy), actor, role: to, before: role(event.before) });
}
