import { Button, Group, Textarea } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { WitnessAlarm } from "#contract/entities/witness.ts";
import type { Fault } from "#contract/fault.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { DecisionDialog } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { paths } from "../organizations/paths.ts";
import { useGo } from "../useGo.ts";
import { saveJson } from "../files/saveFile.ts";
import { useAlarmWords } from "./useAlarmWords.tsx";

interface AlarmDialogProps {
  readonly organization: Organization;
  readonly alarm: WitnessAlarm;
  readonly onClose: () => void;
}

/** What differs, since when, what still holds and what to do; ends the alarm with a reason. */
export function AlarmDialog({ organization, alarm, onClose }: AlarmDialogProps) {
  const { t } = useTranslation("witness");
  const navigate = useGo();
  const go = (address: string) => {
    onClose();
    navigate(address);
  };
  const [reason, setReason] = useState("");
  const [fault, setFault] = useState<Fault | null>(null);
  const { id: organizationId, name } = organization;
  const { data: evidence } = useOperation("witness.evidence", { organizationId });
  const impact = useAlarmWords(organization, alarm, evidence);
  // What was cut cannot be shown.
  const shown = alarm.kind === "cut" ? null : alarm.revision;
  const { run, pending } = useCommand("witness.acknowledge", {
    onFault: setFault,
    onDone: () => {
      toastDone({ message: t("ask.done", { organization: name }) });
      onClose();
    },
  });
  return (
    <DecisionDialog
      local
      opened
      title={t("ask.title", { organization: name })}
      impact={impact}
      confirmation={
        <>
          <Group gap={8}>
            <Button
              variant="default"
              leftSection={<IconDownload size={16} />}
              disabled={evidence === undefined}
              onClick={() => saveJson(t("ask.file"), evidence)}
            >
              {t("ask.export")}
            </Button>
            {shown === null ? null : (
              <Button variant="default" onClick={() => go(paths.auditEvent(organizationId, shown))}>
                {t("ask.show", { revision: shown })}
              </Button>
            )}
          </Group>
          <Textarea
            data-autofocus
            rows={3}
            maxLength={500}
            label={t("ask.reason")}
            description={t("ask.reasonHint")}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </>
      }
      confirmLabel={t("ask.confirm")}
      cancelLabel={t("ask.cancel")}
      tone="danger"
      ready={reason.trim() !== ""}
      pending={pending}
      fault={fault}
      onConfirm={() => void run({ organizationId, alarmId: alarm.id, reason })}
      onClose={onClose}
    />
  );
}
