import { Button } from "@mantine/core";
import { IconShieldCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { SecurityEvent } from "#contract/entities/auditEvent.ts";
import type { ReadPages } from "#renderer/bridge/queries.ts";
import { EmptyState } from "#renderer/ui/page/EmptyState.tsx";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import classes from "./SecurityLog.module.css";
import { SecurityEventRow } from "./SecurityEventRow.tsx";

interface SecurityLogProps {
  readonly events: ReadPages<SecurityEvent>;
  /** Whether events of several people stand beside each other. */
  readonly named: boolean;
}

/** Sign-ins and refused acts, newest first, page by page. */
export function SecurityLog({ events, named }: SecurityLogProps) {
  const { t } = useTranslation("settings");
  const { items, first, error, hasMore, isFetchingMore, loadMore, refetch } = events;
  if (error && items.length === 0) return <ErrorState fault={error} onRetry={refetch} />;
  if (!first) return <Loading lines={8} />;
  if (items.length === 0) return <EmptyState icon={<IconShieldCheck size={20} />} text={t("security.empty")} />;
  return (
    <>
      <ul className={classes["list"]}>
        {items.map((event) => (
          <SecurityEventRow key={event.id} event={event} named={named} />
        ))}
      </ul>
      {hasMore ? (
        <Button variant="default" mt={16} loading={isFetchingMore} onClick={loadMore}>
          {t("security.more")}
        </Button>
      ) : null}
    </>
  );
}
