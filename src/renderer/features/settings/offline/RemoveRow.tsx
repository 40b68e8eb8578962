import { Button } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "#renderer/bridge/commands.ts";
import { DecisionDialog } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { FieldRow } from "#renderer/ui/form/FieldRow.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";

/** Takes everything that is kept off this computer. */
export function RemoveRow({ onRemoved }: { onRemoved: () => void }) {
  const { t } = useTranslation("offline");
  const [asking, setAsking] = useState(false);
  const remove = useCommand("offline.remove", {
    onDone: () => {
      setAsking(false);
      onRemoved();
      toastDone({ message: t("settings.remove.done") });
    },
  });
  return (
    <FieldRow title={t("settings.remove.title")} description={t("settings.remove.text")}>
      <Button variant="default" c="var(--od-red)" leftSection={<IconTrash size={16} />} onClick={() => setAsking(true)}>
        {t("settings.remove.button")}
      </Button>
      <DecisionDialog
        local
        opened={asking}
        tone="danger"
        title={t("settings.remove.ask")}
        confirmLabel={t("settings.remove.confirm")}
        pending={remove.pending}
        onConfirm={() => void remove.run({})}
        onClose={() => setAsking(false)}
      >
        {t("settings.remove.what")}
      </DecisionDialog>
    </FieldRow>
  );
}
