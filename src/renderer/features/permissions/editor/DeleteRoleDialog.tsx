import { Select } from "@mantine/core";
import { IconMail, IconUserMinus, IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { RoleUse } from "#contract/entities/role.ts";
import { PreviewPanel } from "#renderer/app/preview/PreviewPanel.tsx";
import { usePreviewedCommand } from "#renderer/app/preview/usePreviewedCommand.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { useDecide } from "#renderer/bridge/decision.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { DecisionDialog, type Impact } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import classes from "./Editor.module.css";
import type { Role } from "../matrix.ts";

interface DeleteRoleDialogProps {
  readonly organization: Organization;
  readonly role: Role;
  readonly roles: readonly Role[];
  readonly onClose: () => void;
}

/** Deletes a role once it is said which one its people get. */
export function DeleteRoleDialog({ organization, role, roles, onClose }: DeleteRoleDialogProps) {
  const { t } = useTranslation("permissions");
  const { t: common } = useTranslation();
  const decide = useDecide(organization);
  const organizationId = organization.id;
  const others = roles.filter(
    ({ key }) => key !== role.key && decide({ kind: "deleteRole", role: role.key, to: key }).allowed,
  );
  const [to, setTo] = useState(others.find(({ rank }) => rank <= role.rank)?.key ?? others.at(-1)?.key ?? null);
  const uses = useOperation("role.listUse", { organizationId });
  const again = useCommand("role.create", {
    onDone: (made) => toastDone({ message: t("editor.undone", { role: made.name }) }),
  });
  const { previewed, decision } = usePreviewedCommand(
    organizationId,
    "role.delete",
    to === null ? null : { role: role.key, reassignTo: to },
    ({ role: { name, description, rank, permissions }, moved }) => {
      // Whoever had it is among others by now, so only a role that nobody had comes back as it was.
      const wasUnused = Object.values(moved).every((count) => count === 0);
      const run = () => void again.run({ organizationId, name, description, rank, permissions: [...permissions] });
      toastDone({
        message: t("editor.deleted", { role: name }),
        ...(wasUnused ? { undo: { label: common("action.undo"), run } } : {}),
      });
      onClose();
    },
  );
  const impact = useImpact(uses.data?.items.find((use) => use.role === role.key));
  return (
    <DecisionDialog
      opened
      tone="danger"
      title={t("editor.deleteTitle", { role: role.name })}
      impact={uses.data ? impact : []}
      confirmation={
        <Select
          label={t("editor.reassignTo")}
          allowDeselect={false}
          data={others.map(({ key, name }) => ({ value: key, label: name }))}
          value={to}
          onChange={setTo}
        />
      }
      confirmLabel={t("editor.deleteConfirm")}
      {...decision}
      ready={uses.data !== undefined && decision.ready}
      onClose={onClose}
    >
      <p className={classes["lead"]}>{t("editor.deleteText")}</p>
      {role.members === 0 ? null : <PreviewPanel organization={organization} previewed={previewed} />}
      {uses.data ? null : uses.error ? <ErrorState fault={uses.error} onRetry={uses.refetch} /> : <Loading lines={2} />}
    </DecisionDialog>
  );
}

function useImpact(use: RoleUse | undefined): Impact[] {
  const { t } = useTranslation("permissions");
  const people = (use?.active ?? 0) + (use?.deactivated ?? 0);
  const lines = [
    { id: "people", icon: <IconUsers size={16} />, count: people, text: t("editor.people", { count: people }) },
    {
      id: "former",
      icon: <IconUserMinus size={16} />,
      count: use?.removed ?? 0,
      text: t("editor.former", { count: use?.removed ?? 0 }),
    },
    {
      id: "invitations",
      icon: <IconMail size={16} />,
      count: use?.invitations ?? 0,
      text: t("editor.invitations", { count: use?.invitations ?? 0 }),
    },
  ].filter(({ count }) => count > 0);
  if (lines.length === 0) return [{ id: "nobody", icon: <IconUsers size={16} />, text: t("editor.unused") }];
  return lines.map(({ id, icon, text }) => ({ id, icon, text }));
}
