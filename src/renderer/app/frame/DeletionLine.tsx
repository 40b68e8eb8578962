import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { useDecision } from "#renderer/bridge/decision.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { CommandButton } from "#renderer/ui/CommandButton.tsx";
import { Dated } from "#renderer/ui/Dated.tsx";
import { later } from "#renderer/ui/later.tsx";
import { StatusLine } from "#renderer/ui/page/StatusLine.tsx";
import { useNow } from "#renderer/ui/useNow.ts";

const RestoreDialog = later(async () => (await import("../deletion/RestoreDialog.tsx")).RestoreDialog);

/** That the organization is deleted, until when it can be read, and for owners the way back. */
export function DeletionLine({ organization }: { organization: Organization }) {
  const { t } = useTranslation("deletion");
  const format = useFormat();
  const now = useNow();
  const [restoring, setRestoring] = useState(false);
  const { name, purgeAt } = organization;
  const verdict = useDecision(organization, { kind: "restore" });
  const restores = verdict.allowed || verdict.reason.code === "offline";
  if (purgeAt === null) return null;
  if (Date.parse(purgeAt) <= now)
    return <StatusLine tone="warning">{t("lineSoon", { organization: name })}</StatusLine>;
  const button = (
    <CommandButton size="compact-xs" variant="default" onClick={() => setRestoring(true)}>
      {t("row.restore")}
    </CommandButton>
  );
  return (
    <>
      <StatusLine tone="warning" action={restores ? button : null}>
        <Dated at={purgeAt}>{t("line", { organization: name, date: format.date(purgeAt) })}</Dated>
      </StatusLine>
      {restoring ? <RestoreDialog organization={organization} onClose={() => setRestoring(false)} /> : null}
    </>
  );
}
