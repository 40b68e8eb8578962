import { Button, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { MemberNotes } from "#contract/entities/memberDetails.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { CommandButton } from "#renderer/ui/CommandButton.tsx";
import { Dialog, DialogFooter } from "#renderer/ui/dialog/Dialog.tsx";
import { DrawerSection } from "#renderer/ui/dialog/Drawer.tsx";
import { Form } from "#renderer/ui/form/Form.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { useFormFault } from "#renderer/ui/form/useFormFault.ts";
import drawer from "../drawer/TeamDrawer.module.css";
import classes from "./Details.module.css";
import { SectionHead } from "./SectionHead.tsx";

interface NotesProps {
  readonly organization: Organization;
  readonly member: Member;
  readonly notes: MemberNotes;
}

/** What those in charge wrote about a member; who may not read it gets no notes from the server. */
export function NotesSection(props: NotesProps) {
  const { t } = useTranslation("members");
  const [editing, setEditing] = useState(false);
  const { member, notes } = props;
  return (
    <DrawerSection title={t("notes.title")}>
      <SectionHead>
        <CommandButton variant="default" size="compact-xs" onClick={() => setEditing(true)}>
          {t("notes.edit")}
        </CommandButton>
      </SectionHead>
      {notes.text === "" ? (
        <p className={drawer["quiet"]}>{t("notes.none")}</p>
      ) : (
        <p className={classes["notes"]} dir="auto">
          {notes.text}
        </p>
      )}
      <p className={classes["hint"]}>{t("notes.hint", { name: member.name })}</p>
      {editing ? <NotesDialog {...props} onClose={() => setEditing(false)} /> : null}
    </DrawerSection>
  );
}

function NotesDialog({ organization, member, notes, onClose }: NotesProps & { readonly onClose: () => void }) {
  const { t } = useTranslation("members");
  const { t: common } = useTranslation();
  const { name } = member;
  const form = useForm({ initialValues: { text: notes.text } });
  const shown = useFormFault(form, ["text"]);
  const save = useCommand("member.updateNotes", {
    onFault: shown.show,
    onDone: () => {
      toastDone({ message: t("notes.done", { name }) });
      onClose();
    },
  });
  const submit = form.onSubmit(({ text }) => {
    if (save.pending) return;
    shown.clear();
    if (!form.isDirty()) return onClose();
    void save.run({ organizationId: organization.id, memberId: member.id, revision: notes.revision, text });
  }, shown.onInvalid);
  return (
    <Dialog title={t("notes.dialog", { name })} onClose={onClose}>
      <Form shown={shown} onSubmit={submit}>
        <Textarea
          label={t("notes.label", { name })}
          description={t("notes.hint", { name })}
          rows={8}
          maxLength={4000}
          data-autofocus
          {...form.getInputProps("text")}
        />
        <DialogFooter pending={save.pending}>
          <Button variant="default" onClick={onClose} disabled={save.pending}>
            {common("action.cancel")}
          </Button>
          <CommandButton type="submit" loading={save.pending}>
            {t("notes.save")}
          </CommandButton>
        </DialogFooter>
      </Form>
    </Dialog>
  );
}
