import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { useDecision } from "#renderer/bridge/decision.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { StatusLine } from "#renderer/ui/StatusLine.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { useNow } from "#renderer/ui/useNow.ts";

/** That the organization is deleted, until when it can be read, and for owners the way back. */
export function DeletionLine({ organization }: { organization: Organization }) {
  const { t } = useTranslation("deletion");
  const format = useFormat();
  const now = useNow();
  const { id: organizationId, name, purgeAt } = organization;
  const restores = useDecision(organization, { kind: "restore" }).allowed;
  const restore = useCommand("deletion.restore", {
    onDone: () => toastDone({ message: t("row.restored", { organization: name }) }),
  });
  if (purgeAt === null) return null;
  if (Date.parse(purgeAt) <= now)
    return <StatusLine tone="warning">{t("lineSoon", { organization: name })}</StatusLine>;
  const button = (
    <Button
      size="compact-xs"
      variant="default"
      loading={restore.pending}
      onClick={() => void restore.run({ organizationId })}
    >
      {t("row.restore")}
    </Button>
  );
  return (
    <StatusLine tone="warning" action={restores ? button : null}>
      {t("line", { organization: name, date: format.date(purgeAt) })}
    </StatusLine>
  );
}
