import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import { ContactFields, type MemberContact } from "#contract/entities/memberDetails.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { CommandButton } from "#renderer/ui/CommandButton.tsx";
import { Dialog, DialogFooter } from "#renderer/ui/dialog/Dialog.tsx";
import { Form } from "#renderer/ui/form/Form.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { useFormFault } from "#renderer/ui/form/useFormFault.ts";

interface ContactDialogProps {
  readonly organization: Organization;
  readonly member: Member;
  readonly contact: MemberContact;
  readonly onClose: () => void;
}

/** Editing how to reach a member. What somebody else saved meanwhile is told instead of overwritten. */
export function ContactDialog({ organization, member, contact, onClose }: ContactDialogProps) {
  const { t } = useTranslation("members");
  const { t: common } = useTranslation();
  const own = member.id === organization.me.memberId;
  const { revision, ...start } = contact;
  const form = useForm<ContactFields>({
    initialValues: start,
    validate: {
      phone: (phone) => (ContactFields.shape.phone.safeParse(phone).success ? null : t("contact.phoneWrong")),
    },
  });
  const shown = useFormFault(form, ["phone", "jobTitle", "department"]);
  const save = useCommand("member.updateDetails", {
    onFault: shown.show,
    onDone: () => {
      toastDone({ message: own ? t("contact.ownDone") : t("contact.done", { name: member.name }) });
      onClose();
    },
  });
  const submit = form.onSubmit((values) => {
    if (save.pending) return;
    shown.clear();
    if (!form.isDirty()) return onClose();
    void save.run({ organizationId: organization.id, memberId: member.id, revision, ...values });
  }, shown.onInvalid);
  return (
    <Dialog title={own ? t("contact.own") : t("contact.dialog", { name: member.name })} onClose={onClose}>
      <Form shown={shown} onSubmit={submit}>
        <TextInput
          label={t("contact.phone")}
          type="tel"
          maxLength={40}
          data-autofocus
          autoComplete={own ? "tel" : "off"}
          {...form.getInputProps("phone")}
        />
        <TextInput
          label={t("contact.jobTitle")}
          maxLength={100}
          autoComplete="off"
          {...form.getInputProps("jobTitle")}
        />
        <TextInput
          label={t("contact.department")}
          maxLength={100}
          autoComplete="off"
          {...form.getInputProps("department")}
        />
        <DialogFooter pending={save.pending}>
          <Button variant="default" onClick={onClose} disabled={save.pending}>
            {common("action.cancel")}
          </Button>
          <CommandButton type="submit" loading={save.pending}>
            {t("contact.save")}
          </CommandButton>
        </DialogFooter>
      </Form>
    </Dialog>
  );
}
