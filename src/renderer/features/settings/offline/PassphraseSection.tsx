import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "#renderer/bridge/commands.ts";
import { DecisionDialog } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { FieldRow, FormSection } from "#renderer/ui/form/FieldRow.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { PassphraseDialog } from "./PassphraseDialog.tsx";

interface PassphraseSectionProps {
  /** Whether there is one. */
  readonly set: boolean;
  readonly onChanged: () => void;
}

/** A passphrase in the place of a keychain. */
export function PassphraseSection({ set, onChanged }: PassphraseSectionProps) {
  const { t } = useTranslation("offline");
  const [asked, setAsked] = useState<"set" | "off" | null>(null);
  const close = () => setAsked(null);
  const done = (message: string) => {
    close();
    onChanged();
    toastDone({ message });
  };
  const turnOff = useCommand("passphrase.remove", { onDone: () => done(t("passphrase.offDone")) });
  return (
    <FormSection title={t("passphrase.title")}>
      <FieldRow
        title={t(set ? "passphrase.on" : "passphrase.off")}
        description={t(set ? "passphrase.onText" : "passphrase.offText")}
      >
        <Group gap={8} justify="flex-end">
          <Button variant="default" onClick={() => setAsked("set")}>
            {t(set ? "passphrase.change" : "passphrase.turnOn")}
          </Button>
          {set ? (
            <Button variant="default" onClick={() => setAsked("off")}>
              {t("passphrase.turnOff")}
            </Button>
          ) : null}
        </Group>
      </FieldRow>
      {asked === "set" ? (
        <PassphraseDialog
          changing={set}
          onDone={() => done(t(set ? "passphrase.changed" : "passphrase.done"))}
          onClose={close}
        />
      ) : null}
      <DecisionDialog
        local
        opened={asked === "off"}
        title={t("passphrase.askOff")}
        confirmLabel={t("passphrase.turnOff")}
        pending={turnOff.pending}
        onConfirm={() => void turnOff.run({})}
        onClose={close}
      >
        {t("passphrase.offWhat")}
      </DecisionDialog>
    </FormSection>
  );
}
