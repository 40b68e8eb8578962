import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { permissionsForCustomRoles } from "#domain/policy/customRole.ts";
import { turnedOff } from "#domain/policy/granting.ts";
import { useRefusal, type Refusal } from "#renderer/app/explain/useRefusal.tsx";
import type { Row } from "../matrix.ts";
import type { ColumnEdit } from "./EditCell.tsx";
import type { RoleEditor } from "./useRoleEditor.ts";

/** The edited column: what can be toggled, and why the rest cannot. */
export function useColumnEdit(organization: Organization, editor: RoleEditor): ColumnEdit {
  const { t } = useTranslation("permissions");
  const refusal = useRefusal(organization);
  const { draft, policy, toggle, difference } = editor;
  const { preset } = policy;
  const refused = ({ permissions }: Row): Refusal => {
    const offered = permissionsForCustomRoles(preset);
    const missing = permissions.find((permission) => !offered.has(permission));
    if (missing) {
      return { reason: turnedOff(preset, missing) ? t("why.off", { preset: preset.name }) : t("editor.ownersOnly") };
    }
    return refusal({ kind: "createRole", shape: { rank: 1, permissions } });
  };
  const changed = new Set([...difference.gained, ...difference.lost]);
  return {
    role: draft.key,
    name: draft.name || t("editor.unnamed"),
    refused,
    isChanged: ({ label }) => changed.has(label),
    onToggle: (row) => toggle(row.permissions),
  };
}
