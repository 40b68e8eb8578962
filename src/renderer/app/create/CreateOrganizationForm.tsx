import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { Fault } from "#contract/fault.ts";
import { isSlug, slugOf } from "#domain/slug.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { DialogFooter } from "#renderer/ui/Dialog.tsx";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import { Reason } from "#renderer/ui/Reason.tsx";
import { faultText } from "#renderer/ui/faultText.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { emptyDraft, givenOf, type Draft } from "./draft.ts";
import { MoreFields } from "./MoreFields.tsx";
import { PresetChoice } from "./PresetChoice.tsx";

interface CreateOrganizationFormProps {
  readonly onDone: (organization: Organization) => void;
  readonly onCancel: () => void;
}

/** A name is enough; the short name follows it until it is edited, and the rest is folded away. */
export function CreateOrganizationForm({ onDone, onCancel }: CreateOrganizationFormProps) {
  const { t } = useTranslation("organizations");
  const { t: common } = useTranslation();
  const { t: frame } = useTranslation("frame");
  const online = useOnline();
  const [more, { toggle }] = useDisclosure();
  const [fault, setFault] = useState<Fault | null>(null);
  const form = useForm<Draft>({
    initialValues: emptyDraft,
    validate: {
      name: (name) => (name.trim() === "" ? t("create.nameMissing") : null),
      slug: (slug, { name }) => (isSlug(slug ?? slugOf(name)) ? null : t("create.slugWrong")),
    },
  });
  const create = useCommand("organization.create", {
    onDone,
    onFault: (failed) => {
      if (failed.kind === "conflict" && failed.code === "slugTaken")
        form.setFieldError("slug", faultText(common, failed));
      else if (failed.kind === "invalid")
        form.setErrors(Object.fromEntries(failed.issues.map((i) => [i.path, i.message])));
      else setFault(failed);
    },
  });
  const { name, slug } = form.values;
  return (
    <form onSubmit={form.onSubmit((draft) => void create.run(givenOf(draft)))} noValidate>
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
        <FaultNotice fault={fault} />
        <DialogFooter pending={create.pending}>
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
