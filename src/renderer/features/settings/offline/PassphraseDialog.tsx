import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useCommand } from "#renderer/bridge/commands.ts";
import { Dialog, DialogFooter } from "#renderer/ui/dialog/Dialog.tsx";
import { Form } from "#renderer/ui/form/Form.tsx";
import { PasswordField } from "#renderer/ui/form/PasswordField.tsx";
import { useFormFault } from "#renderer/ui/form/useFormFault.ts";

/** As many characters as the desktop asks for. */
const least = 8;
const fields = ["passphrase", "again"] as const;

interface PassphraseDialogProps {
  /** Whether another takes the place of the one that there is. */
  readonly changing: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Chooses a passphrase, typed twice: a slip would lock everything up. */
export function PassphraseDialog({ changing, onDone, onClose }: PassphraseDialogProps) {
  const { t } = useTranslation("offline");
  const { t: common } = useTranslation();
  const form = useForm({
    initialValues: { passphrase: "", again: "" },
    validate: {
      passphrase: (text) => (text.length < least ? t("passphrase.tooShort", { count: least }) : null),
      again: (text, { passphrase }) => (text === passphrase ? null : t("passphrase.differs")),
    },
  });
  const shown = useFormFault(form, fields);
  const set = useCommand("passphrase.set", { onDone, onFault: shown.show });
  return (
    <Dialog opened onClose={onClose} title={t(changing ? "passphrase.change" : "passphrase.turnOn")}>
      <Form
        shown={shown}
        onSubmit={form.onSubmit(({ passphrase }) => {
          shown.clear();
          void set.run({ passphrase });
        }, shown.onInvalid)}
      >
        <div>{t("passphrase.what")}</div>
        <PasswordField
          data-autofocus
          label={t("passphrase.field")}
          autoComplete="new-password"
          maxLength={256}
          {...form.getInputProps("passphrase")}
        />
        <PasswordField
          label={t("passphrase.again")}
          autoComplete="new-password"
          maxLength={256}
          {...form.getInputProps("again")}
        />
        <DialogFooter pending={set.pending}>
          <Button variant="default" onClick={onClose} disabled={set.pending}>
            {common("action.cancel")}
          </Button>
          <Button type="submit" loading={set.pending}>
            {t(changing ? "passphrase.change" : "passphrase.save")}
          </Button>
        </DialogFooter>
      </Form>
    </Dialog>
  );
}
