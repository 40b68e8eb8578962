import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { permissionsForCustomRoles } from "#domain/policy/customRole.ts";
import { turnedOff } from "#domain/policy/granting.ts";
import { useDecide } from "#renderer/bridge/decision.ts";
import type { Row } from "../matrix.ts";
import type { ColumnEdit } from "./EditCell.tsx";
import type { RoleEditor } from "./useRoleEditor.ts";

/** The edited column: what can be toggled, and why the rest cannot. */
export function useColumnEdit(organization: Organization, editor: RoleEditor): ColumnEdit {
  const { t } = useTranslation("permissions");
  const decide = useDecide(organization);
  const { draft, policy, toggle, difference } = editor;
  const { preset } = policy;
  const because = ({ permissions }: Row): string | null => {
    const offered = permissionsForCustomRoles(preset);
    const missing = permissions.find((permission) => !offered.has(permission));
    if (missing) return turnedOff(preset, missing) ? t("why.off", { preset: preset.name }) : t("editor.ownersOnly");
    const verdict = decide({ kind: "createRole", shape: { rank: 1, permissions } });
    return verdict.sentence;
  };
  const changed = new Set([...difference.gained, ...difference.lost]);
  return {
    role: draft.key,
    name: draft.name || t("editor.unnamed"),
    because,
    isChanged: ({ label }) => changed.has(label),
    onToggle: (row) => toggle(row.permissions),
  };
}
