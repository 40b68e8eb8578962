import { useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import type { PermissionMatrix } from "#contract/entities/permission.ts";
import type { Organization } from "#contract/entities/organization.ts";
import type { Fault } from "#contract/fault.ts";
import type { CustomRole } from "#domain/policy/customRole.ts";
import { matrixOf } from "#domain/policy/matrix.ts";
import { roleNamed } from "#domain/policy/roleName.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { outOfSentence } from "#renderer/i18n/inSentence.ts";
import { faultText } from "#renderer/ui/page/faultText.ts";
import { useFormFault } from "#renderer/ui/form/useFormFault.ts";
import { changesOf, difference, startOf, toggled, withRole, type Start } from "./draft.ts";
import { useRoleDrafts } from "./roleDrafts.ts";
import { useSavingRole } from "./useSavingRole.ts";

type Errors = Partial<Record<"name" | "description" | "rank", string>>;

/** The role being edited: what is shown, what differs, and saving only that. Null when there is no such role. */
export function useRoleEditor(organization: Organization, matrix: PermissionMatrix, edit: string, onClose: () => void) {
  const { t } = useTranslation("permissions");
  const { t: common } = useTranslation();
  const policy = policyFor(organization);
  const start = useMemo(
    () => startOf(policy, edit, { copy: (name) => outOfSentence(t("editor.copyName", { name })) }),
    [policy, edit, t],
  );
  const place = `${organization.id}/${edit}`;
  const kept = useRoleDrafts((state) => state.drafts[place]);
  const keep = useRoleDrafts((state) => state.keep);
  const [errors, setErrors] = useState<Errors>({});
  const shown = useFormFault({ setErrors }, ["name", "description", "rank"], (fault: Fault) =>
    fault.kind === "conflict" && fault.code === "roleNameTaken" ? { name: faultText(common, fault) } : null,
  );
  const leave = () => {
    // Drawn first: whoever leaves with a draft on the screen is told that it is kept.
    flushSync(() => keep(place, undefined));
    onClose();
  };
  const [asking, setAsking] = useState(false);
  const saving = useSavingRole(organization, {
    onSaved: leave,
    // Told in the form, whose fields it may be about.
    onFault: (fault) => {
      setAsking(false);
      shown.show(fault);
    },
  });
  const empty: Start = { role: noRole, from: null, isNew: true };
  const { role: was, isNew } = start ?? empty;
  const draft = kept ?? was;
  const next = useMemo(() => withRole(policy, draft), [policy, draft]);
  const view = useMemo(() => {
    const counts = new Map(matrix.roles.map(({ key, members }) => [key, members]));
    const custom = new Set(next.customRoles.map(({ key }) => key));
    const { roles, sections } = matrixOf(next);
    const columns = roles.map((role) => ({
      ...role,
      custom: custom.has(role.key),
      members: counts.get(role.key) ?? 0,
    }));
    return { roles: columns, sections };
  }, [matrix.roles, next]);
  if (start === null) return null;
  const changes = changesOf(was, draft);
  const people = matrix.roles.find(({ key }) => key === was.key)?.members ?? 0;
  const touchesPeople = !isNew && people > 0 && (changes.permissions !== undefined || changes.rank !== undefined);
  const change = (part: Partial<CustomRole>) => {
    keep(place, { ...draft, ...part });
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in part))));
  };
  return {
    ...view,
    start,
    draft,
    errors,
    shown,
    policy,
    difference: difference(policy, was, draft),
    people,
    unsaved: isNew ? kept !== undefined : Object.keys(changes).length > 0,
    pending: saving.pending,
    change,
    toggle: (row: Parameters<typeof toggled>[1]) => change({ permissions: toggled(draft, row).permissions }),
    leave,
    save: () => {
      shown.clear();
      const name = draft.name.trim();
      const taken = roleNamed(policy.roles.values(), name, was.key) !== undefined;
      const wrong = name === "" ? t("editor.nameMissing") : taken ? t("editor.nameTaken") : null;
      setErrors(wrong ? { name: wrong } : {});
      if (wrong) shown.onInvalid();
      else if (touchesPeople) setAsking(true);
      else if (isNew || Object.keys(changes).length > 0) saving.save({ start, draft, changes });
      else leave();
    },
    asking,
    confirm: (basis: string | undefined) => saving.save({ start, draft, changes }, basis),
    keepEditing: () => setAsking(false),
  };
}

export type RoleEditor = NonNullable<ReturnType<typeof useRoleEditor>>;

const noRole: CustomRole = { key: "", name: "", description: "", rank: 1, permissions: [] };
