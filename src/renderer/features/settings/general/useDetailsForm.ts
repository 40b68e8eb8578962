import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization, OrganizationDetails } from "#contract/entities/organization.ts";
import type { Fault } from "#contract/fault.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { faultText } from "#renderer/ui/page/faultText.ts";
import { toastDone } from "#renderer/ui/toast.tsx";
import { useFormFault } from "#renderer/ui/form/useFormFault.ts";
import { changesOf, detailFields, inverseOf, typedSince, wrongOf, type Edits } from "./details.ts";
import { editsNow, useDrafts, useEdits } from "./drafts.ts";

type Errors = Partial<Record<keyof OrganizationDetails, string>>;

/** The details being edited: what is shown, what differs, and saving only that, with a way back. */
export function useDetailsForm(read: Organization) {
  const { t } = useTranslation("settings");
  const { t: common } = useTranslation();
  // What was just saved is newer than what was read, until that is read again.
  const [saved, setSaved] = useState<Organization | null>(null);
  const organization = saved !== null && saved.revision > read.revision ? saved : read;
  const edits = useEdits(organization.id);
  const keep = useDrafts((state) => state.keep);
  const [errors, setErrors] = useState<Errors>({});
  const shown = useFormFault({ setErrors }, detailFields, (fault: Fault) =>
    fault.kind === "conflict" && fault.code === "slugTaken" ? { slug: faultText(common, fault) } : null,
  );
  const undo = useCommand("organization.update", {
    onDone: (now) => {
      setSaved(now);
      toastDone({ message: t("general.undone", { name: now.name }) });
    },
  });
  const update = useCommand("organization.update", {
    onDone: (now) => {
      const back = inverseOf(changes, organization);
      setSaved(now);
      keep(organization.id, typedSince(edits, editsNow(organization.id)));
      const run = () => void undo.run({ organizationId: organization.id, ...back });
      toastDone({ message: t("general.saved", { name: now.name }), undo: { label: common("action.undo"), run } });
    },
    onFault: shown.show,
  });
  const changes = changesOf(edits, organization);
  const count = Object.keys(changes).length;
  return {
    values: { ...organization, ...edits },
    errors,
    shown,
    count,
    pending: update.pending,
    edit: (edit: Edits) => {
      keep(organization.id, { ...edits, ...edit });
      setErrors((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in edit))));
    },
    discard: () => {
      keep(organization.id, {});
      setErrors({});
      shown.clear();
    },
    save: () => {
      const wrong = Object.entries(wrongOf(changes));
      setErrors(Object.fromEntries(wrong.map(([field, code]) => [field, t(`general.wrong.${code}`)])));
      shown.clear();
      if (wrong.length > 0) shown.onInvalid();
      else if (count > 0) void update.run({ organizationId: organization.id, ...changes });
    },
  };
}

export type DetailsForm = ReturnType<typeof useDetailsForm>;
