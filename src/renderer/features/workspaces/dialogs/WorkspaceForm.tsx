import { Button, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { WorkspaceDetails } from "#contract/entities/workspace.ts";
import type { Fault } from "#contract/fault.ts";
import { isSlug, slugOf } from "#domain/slug.ts";
import { nounsOf } from "#renderer/app/workspaces/nouns.ts";
import { CommandButton } from "#renderer/ui/CommandButton.tsx";
import { DialogFooter } from "#renderer/ui/dialog/Dialog.tsx";
import { Form } from "#renderer/ui/form/Form.tsx";
import { useFormFault, type FormFault } from "#renderer/ui/form/useFormFault.ts";

/** What is being filled in. The short name is null while it follows the name. */
export interface WorkspaceDraft extends Omit<WorkspaceDetails, "slug"> {
  readonly slug: string | null;
}

interface WorkspaceFormProps {
  readonly organization: Organization;
  readonly start: WorkspaceDraft;
  readonly submitLabel: string;
  readonly pending: boolean;
  /** What sending it means. */
  readonly children?: ReactNode;
  /** Why it cannot be sent as it stands. */
  readonly because?: (draft: WorkspaceDraft) => string | null;
  /** Sends the draft; what is refused is shown in the form. */
  readonly onSubmit: (draft: WorkspaceDraft, refused: (fault: Fault) => void) => void;
  readonly onCancel: () => void;
}

/** Name, short name and description of a workspace. */
export function WorkspaceForm(props: WorkspaceFormProps) {
  const { t } = useTranslation("workspaces");
  const { t: common } = useTranslation();
  const nouns = nounsOf(props.organization);
  const form = useForm<WorkspaceDraft>({
    initialValues: props.start,
    validate: {
      name: (name) => (name.trim() === "" ? t("form.nameMissing", nouns) : null),
      slug: (slug) => (slug === null || isSlug(slug) ? null : t("form.slugWrong")),
    },
  });
  const taken = (fault: Fault) =>
    fault.kind === "conflict" && fault.code === "slugTaken" ? { slug: t("form.slugTaken", nouns) } : null;
  const shown: FormFault = useFormFault(form, ["name", "slug", "description"], taken);
  const { name, slug } = form.values;
  const because = props.because?.(form.values) ?? null;
  const submit = form.onSubmit((draft) => {
    if (because !== null || props.pending) return;
    shown.clear();
    props.onSubmit({ ...draft, name: draft.name.trim() }, shown.show);
  }, shown.onInvalid);
  return (
    <Form shown={shown} onSubmit={submit}>
      <TextInput
        label={t("form.name")}
        data-autofocus
        maxLength={100}
        autoComplete="off"
        {...form.getInputProps("name")}
      />
      <TextInput
        label={t("form.slug")}
        description={t("form.slugHint", nouns)}
        maxLength={48}
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps("slug")}
        value={slug ?? (name.trim() === "" ? "" : slugOf(name, "workspace"))}
        onChange={(event) => form.setFieldValue("slug", event.currentTarget.value.toLowerCase())}
      />
      <Textarea label={t("form.description")} rows={3} maxLength={1000} {...form.getInputProps("description")} />
      {props.children}
      <DialogFooter pending={props.pending}>
        <Button variant="default" onClick={props.onCancel} disabled={props.pending}>
          {common("action.cancel")}
        </Button>
        <CommandButton type="submit" because={because} loading={props.pending}>
          {props.submitLabel}
        </CommandButton>
      </DialogFooter>
    </Form>
  );
}
