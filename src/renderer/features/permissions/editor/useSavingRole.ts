import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { Fault } from "#contract/fault.ts";
import type { CustomRole } from "#domain/policy/customRole.ts";
import { byRank, isCustom } from "#domain/policy/policy.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { toastDone } from "#renderer/ui/toast.tsx";
import type { Start } from "./draft.ts";

type Fields = Omit<CustomRole, "key">;

const fieldsOf = ({ name, description, rank, permissions }: CustomRole): Fields => ({
  name,
  description,
  rank,
  permissions,
});

/** One edit to be saved. */
export interface Saving {
  readonly start: Start;
  readonly draft: CustomRole;
  readonly changes: Partial<Fields>;
}

/** What a changed role is saved with, apart from its organization. */
export const updateOf = ({ start: { role }, changes }: Saving) => ({
  role: role.key,
  ...mutable(changes),
  was: fieldsOf(role),
});

interface Ending {
  readonly onSaved: () => void;
  readonly onFault: (fault: Fault) => void;
}

/** Saves a role, new or changed, with a way back. */
export function useSavingRole(organization: Organization, { onSaved, onFault }: Ending) {
  const { t } = useTranslation("permissions");
  const { t: common } = useTranslation();
  const organizationId = organization.id;
  const undone = ({ name }: { name: string }) => toastDone({ message: t("editor.undone", { role: name }) });
  const restore = useCommand("role.update", { onDone: undone });
  const remove = useCommand("role.delete", { onDone: ({ role }) => undone(role) });
  const said = (message: string, run: () => void) =>
    toastDone({ message, undo: { label: common("action.undo"), run } });
  const create = useCommand("role.create", {
    onDone: (role) => {
      onSaved();
      const policy = policyFor(organization);
      const reassignTo = byRank(policy).findLast((key) => !isCustom(policy, key)) ?? "";
      said(
        t("editor.created", { role: role.name }),
        () => void remove.run({ organizationId, role: role.key, reassignTo }),
      );
    },
    onFault,
  });
  const update = useCommand("role.update", {
    onDone: (role, { was }) => {
      onSaved();
      if (!was) return;
      said(
        t("editor.saved", { role: role.name }),
        () => void restore.run({ organizationId, role: role.key, ...mutable(was), was: fieldsOf(role) }),
      );
    },
    onFault,
  });
  return {
    pending: create.pending || update.pending,
    save: (saving: Saving, basis?: string) => {
      const { start, draft } = saving;
      const from = start.from ? { from: start.from } : {};
      if (start.isNew) void create.run({ organizationId, ...mutable(fieldsOf(draft)), ...from });
      else void update.run({ organizationId, ...updateOf(saving) }, basis);
    },
  };
}

/** Inputs are written as lists that could change. */
function mutable<Some extends Partial<Fields>>({ permissions, ...rest }: Some) {
  return { ...rest, ...(permissions === undefined ? {} : { permissions: [...permissions] }) };
}
