import { useClipboard } from "@mantine/hooks";
import { IconClipboardList } from "@tabler/icons-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate, useParams } from "react-router";
import type { Organization } from "#contract/entities/organization.ts";
import type { FiltersInAddress } from "#renderer/app/filters/useFiltersInAddress.ts";
import { paths } from "#renderer/app/organizations/paths.ts";
import { EmptyState } from "#renderer/ui/page/EmptyState.tsx";
import { DataTable } from "#renderer/ui/table/DataTable.tsx";
import type { TableHandle } from "#renderer/ui/table/useTableHandle.ts";
import { ArrivalsButton } from "./ArrivalsButton.tsx";
import classes from "./Audit.module.css";
import { AuditFilterChips } from "./AuditFilterChips.tsx";
import { useColumns } from "./columns.tsx";
import { EventDrawer } from "./EventDrawer.tsx";
import { auditFilters, type AuditFilters, type Narrowing } from "./filters.ts";
import { rowActions } from "./rowActions.tsx";
import { useArrivals, type LogRow } from "./useArrivals.ts";
import type { useAuditLog } from "./useAuditLog.ts";
import { WindowEnd } from "./WindowEnd.tsx";
import { useReading } from "./useReading.ts";

interface EventTableProps {
  readonly organization: Organization;
  readonly log: ReturnType<typeof useAuditLog>;
  readonly filtering: FiltersInAddress<AuditFilters>;
  readonly input: Narrowing;
}

const rowId = ({ event }: LogRow): string => String(event.revision);

/** The events, newest first; what comes in appears at the top, or waits while somebody reads further down. */
export function EventTable({ organization, log, filtering, input }: EventTableProps) {
  const { t } = useTranslation("audit");
  const navigate = useNavigate();
  const { search: query } = useLocation();
  const { revision } = useParams();
  const { filters, change, typed, search, reset } = filtering;
  const columns = useColumns(organization, log.events);
  const clipboard = useClipboard();
  const table = useRef<TableHandle<LogRow>>(null);
  const reading = useReading();
  const ready = !log.isPending && !log.isFormer;
  const hold = reading.busy || revision !== undefined;
  const { rows, waiting, letIn } = useArrivals({ events: log.events, log: input, ready, hold });

  const to = (pathname: string, replace = false) => void navigate({ pathname, search: query }, { replace });
  const open = (row: LogRow, replace = false) => to(paths.auditEvent(organization.id, row.event.revision), replace);
  const toTop = () => {
    letIn();
    reading.toTop();
  };
  return (
    <div className={classes["log"]} {...reading.handlers}>
      {waiting > 0 ? <ArrivalsButton count={waiting} onClick={toTop} /> : null}
      <DataTable
        id="audit"
        label={t("title")}
        columns={columns}
        rows={rows}
        rowId={rowId}
        rowLabel={rowId}
        loading={log.isPending}
        fault={log.error}
        onRetry={log.refetch}
        empty={
          <EmptyState icon={<IconClipboardList size={20} />} text={t(log.begins === null ? "empty" : "emptyHere")} />
        }
        {...(log.total === undefined ? {} : { total: log.total })}
        {...(log.hasMore ? {} : { matching: log.events.length })}
        search={{ label: t("search"), value: typed, onChange: search }}
        filters={
          <AuditFilterChips organization={organization} filters={filters} onChange={change} events={log.events} />
        }
        filtered={auditFilters.isNarrowed(filters)}
        onResetFilters={reset}
        serverSorted
        onOpen={(row) => open(row)}
        openId={revision ?? null}
        rowActions={({ event }) =>
          rowActions(t, event, { open: () => open({ event, fresh: false }), change, clipboard })
        }
        hasMore={log.hasMore}
        onLoadMore={log.loadMore}
        handle={table}
      />
      {log.begins === null ? null : <WindowEnd begins={log.begins} />}
      {revision === undefined ? null : (
        <EventDrawer
          organization={organization}
          revision={revision}
          known={rows.find((row) => rowId(row) === revision)?.event}
          listed={!log.isPending}
          onClose={() => to(paths.section(organization.id, "audit"))}
          onStep={(step) => {
            const next = table.current?.neighbour(revision, step);
            if (next) open(next, true);
          }}
        />
      )}
    </div>
  );
}
