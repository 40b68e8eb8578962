import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { isSlug, slugOf } from "#domain/slug.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { DialogFooter } from "#renderer/ui/dialog/Dialog.tsx";
import { FaultNotice } from "#renderer/ui/page/FaultNotice.tsx";
import { Reason } from "#renderer/ui/Reason.tsx";
import { faultText } from "#renderer/ui/page/faultText.ts";
import { useFormFault } from "#renderer/ui/form/useFormFault.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { emptyDraft, givenOf, type Draft } from "./draft.ts";
import { MoreFields } from "./MoreFields.tsx";
import { PresetChoice } from "./PresetChoice.tsx";

interface CreateOrganizationFormProps {
  readonly onDone: (organization: Organization) => void;
  readonly onCancel: () => void;
}

/** Those that can say what is wrong with them, at first and unfolded. */
const firstFields = ["name", "slug"];
const allFields = Object.keys(emptyDraft).filter((field) => field !== "preset");

/** A name is enough; the short name follows it until it is edited, and the rest is folded away. */
export function CreateOrganizationForm({ onDone, onCancel }: CreateOrganizationFormProps) {
  const { t } = useTranslation("organizations");
  const { t: common } = useTranslation();
  const { t: frame } = useTranslation("frame");
  const online = useOnline();
  const [more, { toggle }] = useDisclosure();
  const form = useForm<Draft>({
    initialValues: emptyDraft,
    validate: {
      name: (name) => (name.trim() === "" ? t("create.nameMissing") : null),
      slug: (slug, { name }) => (isSlug(slug ?? slugOf(name)) ? null : t("create.slugWrong")),
    },
  });
  // What is folded away could not show what is wrong with it.
  const shown = useFormFault(form, more ? allFields : firstFields, (failed) =>
    failed.kind === "conflict" && failed.code === "slugTaken" ? { slug: faultText(common, failed) } : null,
  );
  const create = useCommand("organization.create", { onDone, onFault: shown.show });
  const submit = form.onSubmit((draft) => {
    shown.clear();
    void create.run(givenOf(draft));
  });
  const { name, slug } = form.values;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={16}>
        <TextInput
          label={t("field.name")}
          data-autofocus
          maxLength={100}
          autoComplete="off"
          {...form.getInputProps("name")}
        />
        <TextInput
          label={t("field.slug")}
          description={t("create.slugHint")}
          maxLength={48}
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps("slug")}
          value={slug ?? (name.trim() === "" ? "" : slugOf(name))}
          onChange={(event) => form.setFieldValue("slug", event.currentTarget.value.toLowerCase())}
        />
        <PresetChoice value={form.values.preset} onChange={(preset) => form.setFieldValue("preset", preset)} />
        <div>
          <Button
            variant="subtle"
            color="gray"
            size="xs"
            aria-expanded={more}
            leftSection={more ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
            onClick={toggle}
          >
            {t("create.more")}
          </Button>
          {more ? <MoreFields form={form} /> : null}
        </div>
        <DialogFooter pending={create.pending} before={<FaultNotice fault={shown.fault} />}>
          <Button variant="default" onClick={onCancel} disabled={create.pending}>
            {common("action.cancel")}
          </Button>
          <Reason because={online ? null : frame("refusal.offline")}>
            <Button type="submit" loading={create.pending}>
              {t("create.submit")}
            </Button>
          </Reason>
        </DialogFooter>
      </Stack>
    </form>
  );
}
