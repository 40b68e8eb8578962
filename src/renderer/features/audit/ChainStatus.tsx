import { Button, Loader, Tooltip } from "@mantine/core";
import { IconShieldCheck, IconShieldQuestion, IconShieldX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Organization } from "#contract/entities/organization.ts";
import { paths } from "#renderer/app/organizations/paths.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { Reason } from "#renderer/ui/Reason.tsx";
import { StatusLine } from "#renderer/ui/page/StatusLine.tsx";
import classes from "./Audit.module.css";
import type { Chain } from "./chain.ts";

/** How far the chain of fingerprints is known to hold, and the way to check now. */
export function ChainStatus({ chain }: { chain: Chain }) {
  const { t } = useTranslation("audit");
  const online = useOnline();
  return (
    <span className={classes["chain"]}>
      <Tooltip label={t("chain.about")}>
        <output className={classes["chainState"]} data-tone={toneOf(chain)}>
          <Mark chain={chain} />
          <Words chain={chain} />
        </output>
      </Tooltip>
      <Reason because={online ? null : t("chain.offline")} position="bottom">
        <Button variant="subtle" size="compact-xs" disabled={chain.checking} onClick={chain.verify}>
          {t("chain.verify")}
        </Button>
      </Reason>
    </span>
  );
}

function toneOf({ report, checking }: Chain): "green" | "red" | undefined {
  if (!report || checking) return undefined;
  return report.intact ? "green" : "red";
}

function Mark({ chain }: { chain: Chain }) {
  if (chain.checking) return <Loader size={14} aria-hidden="true" />;
  const Icon = chain.report ? (chain.report.intact ? IconShieldCheck : IconShieldX) : IconShieldQuestion;
  return <Icon size={16} aria-hidden="true" />;
}

function Words({ chain: { report, fault, checking } }: { chain: Chain }) {
  const { t } = useTranslation("audit");
  const format = useFormat();
  if (checking) return t("chain.checking");
  if (!report) return fault && fault.kind !== "offline" ? t("chain.failed") : t("chain.unchecked");
  if (!report.intact) return t("chain.broken", { revision: report.brokenAt ?? report.events });
  return t("chain.verified", { revision: report.events, time: format.time(report.checkedAt) });
}

interface ChainAlarmProps {
  readonly chain: Chain;
  readonly organization: Organization;
}

/** Says loudly that the log cannot be relied on, and from where; and that somebody changed how it is kept. */
export function ChainAlarm({ chain: { report }, organization }: ChainAlarmProps) {
  const { t } = useTranslation("audit");
  const navigate = useNavigate();
  if (!report) return null;
  if (report.intact)
    return report.fromColumns ? <StatusLine tone="warning">{t("chain.fromColumns")}</StatusLine> : null;
  const revision = report.brokenAt ?? report.events;
  return (
    <StatusLine
      tone="alarm"
      action={
        <Button
          variant="default"
          size="compact-xs"
          onClick={() => void navigate(paths.auditEvent(organization.id, revision))}
        >
          {t("chain.show", { revision })}
        </Button>
      }
    >
      {t(`chain.alarm.${report.problem ?? "hash"}`, { revision })}
    </StatusLine>
  );
}
