import { IconCopy, IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { lowestRank } from "#domain/policy/customRole.ts";
import { permissionsOf } from "#domain/policy/policy.ts";
import { useRefusal } from "#renderer/app/explain/useRefusal.tsx";
import { policyFor } from "#renderer/bridge/decision.ts";
import { ActionMenu, type MenuAction } from "#renderer/ui/ActionMenu.tsx";
import type { Role } from "../matrix.ts";
import classes from "../Matrix.module.css";
import { DeleteRoleDialog } from "./DeleteRoleDialog.tsx";
import { copyOf } from "./draft.ts";

interface RoleMenuProps {
  readonly organization: Organization;
  readonly role: Role;
  readonly roles: readonly Role[];
  readonly onEdit: (edit: string) => void;
}

/** What can be done with a role: a copy of any, more with the organization's own. */
export function RoleMenu({ organization, role, roles, onEdit }: RoleMenuProps) {
  const { t } = useTranslation("permissions");
  const refusal = useRefusal(organization);
  const [deleting, setDeleting] = useState(false);
  const policy = policyFor(organization);
  const lowest = policy.preset.roles.find(({ rank }) => rank === lowestRank(policy.preset))?.key ?? "";
  const shape = { rank: role.rank, permissions: [...permissionsOf(policy, role.key)] };
  const copy: MenuAction = {
    id: "duplicate",
    label: t("editor.duplicate"),
    icon: <IconCopy size={16} />,
    ...refusal({ kind: "use", permission: "role.manage" }),
    onSelect: () => onEdit(copyOf(role.key)),
  };
  const own: MenuAction[] = [
    {
      id: "edit",
      label: t("editor.edit"),
      icon: <IconPencil size={16} />,
      ...refusal({ kind: "editRole", role: role.key, shape }),
      onSelect: () => onEdit(role.key),
    },
    copy,
    {
      id: "delete",
      label: t("editor.delete"),
      icon: <IconTrash size={16} />,
      tone: "danger",
      separated: true,
      ...refusal({ kind: "deleteRole", role: role.key, to: lowest }),
      onSelect: () => setDeleting(true),
    },
  ];
  return (
    <span className={classes["roleMenu"]}>
      <ActionMenu actions={role.custom ? own : [copy]} label={t("editor.actions", { role: role.name })} />
      {deleting ? (
        <DeleteRoleDialog organization={organization} role={role} roles={roles} onClose={() => setDeleting(false)} />
      ) : null}
    </span>
  );
}
