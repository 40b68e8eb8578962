import { IconShieldX } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { useFiltersInAddress } from "#renderer/app/filters/useFiltersInAddress.ts";
import { useWitness } from "#renderer/app/witness/useWitness.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { ActionMenu } from "#renderer/ui/ActionMenu.tsx";
import { later } from "#renderer/ui/later.tsx";
import { Page } from "#renderer/ui/page/Page.tsx";
import { useScopedState } from "#renderer/ui/useScopedState.ts";
import classes from "./Audit.module.css";
import { useChain } from "./chain.ts";
import { ChainAlarm, ChainStatus } from "./ChainStatus.tsx";
import { EventTable } from "./EventTable.tsx";
import { ExportMenu } from "./ExportMenu.tsx";
import { ExportStrip } from "./ExportStrip.tsx";
import { auditFilters, narrowing } from "./filters.ts";
import { WitnessedUpTo } from "./WitnessedUpTo.tsx";
import { useAuditLog } from "./useAuditLog.ts";

const AnsweredAlarmsDialog = later(async () => (await import("./AnsweredAlarmsDialog.tsx")).AnsweredAlarmsDialog);

/** Everything that was done, how far it can be trusted, and the way to take it out. */
export function AuditLog({ organization }: { organization: Organization }) {
  const { t } = useTranslation("audit");
  const { t: tWitness } = useTranslation("witness");
  const format = useFormat();
  const filtering = useFiltersInAddress(auditFilters);
  const { filters } = filtering;
  const { id, timeZone } = organization;
  const input = useMemo(() => narrowing({ id, timeZone }, filters), [id, timeZone, filters]);
  const log = useAuditLog(input);
  const chain = useChain(organization);
  const narrowed = auditFilters.isNarrowed(filters);
  // What this desktop and the server both found is told once, by the line above every page.
  const { alarm, answered = [] } = useWitness(organization) ?? {};
  const [showsAnswered, showAnswered] = useScopedState(id, false);
  const answeredAlarms = {
    id: "answered",
    label: tWitness("answered.title"),
    icon: <IconShieldX size={16} />,
    onSelect: () => showAnswered(true),
  };
  const brokenAt = chain.report?.brokenAt ?? null;
  const same = brokenAt !== null && alarm?.revision === brokenAt;
  const end = (
    <>
      {same ? null : <WitnessedUpTo organization={organization} />}
      <ChainStatus chain={chain} />
      {answered.length === 0 ? null : <ActionMenu actions={[answeredAlarms]} />}
      <ExportMenu input={input} narrowed={narrowed} />
    </>
  );
  return (
    <div className={classes["screen"]}>
      {same ? null : <ChainAlarm chain={chain} organization={organization} />}
      <Page title={t("title")} count={format.number(log.total ?? organization.revision)} primary={end}>
        <ExportStrip organizationId={organization.id} />
        <EventTable organization={organization} log={log} filtering={filtering} input={input} />
      </Page>
      {showsAnswered ? (
        <AnsweredAlarmsDialog organization={organization} answered={answered} onClose={() => showAnswered(false)} />
      ) : null}
    </div>
  );
}
