import { Button } from "@mantine/core";
import { IconArrowBackUp, IconCrown } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { Explained } from "#renderer/app/explain/Explained.tsx";
import { useCommand } from "#renderer/bridge/commands.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { FieldRow } from "#renderer/ui/form/FieldRow.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { TransferDialog } from "./TransferDialog.tsx";

/** Handing the organization over: the offer, or while one is open, taking it back. */
export function TransferRow({ organization }: { organization: Organization }) {
  const { t } = useTranslation("ownership");
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const { id: organizationId, name } = organization;
  const enabled = policyFor(organization).preset.ownershipTransfer;
  const transfer = useOperation("ownership.get", { organizationId }, { enabled }).data?.transfer ?? null;
  const words = transfer && { to: transfer.to.name, organization: name, date: format.date(transfer.expiresAt) };
  const cancel = useCommand("ownership.cancelTransfer", {
    onDone: ({ to }) => toastDone({ message: t("row.cancelled", { to: to.name, organization: name }) }),
  });
  return (
    <FieldRow title={t("row.title")} description={words ? t("row.pending", words) : t("row.text")}>
      <Explained organization={organization} act={{ kind: "use", permission: "organization.transfer" }} position="left">
        {transfer ? (
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={16} />}
            loading={cancel.pending}
            onClick={() => void cancel.run({ organizationId, transferId: transfer.id })}
          >
            {t("row.cancel")}
          </Button>
        ) : (
          <Button
            variant="default"
            c="var(--od-red)"
            leftSection={<IconCrown size={16} />}
            onClick={() => setAsking(true)}
          >
            {t("row.open")}
          </Button>
        )}
      </Explained>
      {asking ? <TransferDialog organization={organization} onClose={() => setAsking(false)} /> : null}
    </FieldRow>
  );
}
