import { IconArchive, IconPlus } from "@tabler/icons-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { useOfferCommands, type Command } from "#renderer/app/commands/commands.ts";
import { nounsOf } from "#renderer/app/workspaces/nouns.ts";
import { useRefusal } from "#renderer/app/explain/useRefusal.tsx";

const size = 16;

/** What the palette and the keyboard can do while the list is on the screen. */
export function useWorkspaceCommands(organization: Organization, onCreate: () => void, onArchived: () => void): void {
  const { t } = useTranslation("workspaces");
  const refusal = useRefusal(organization);
  const offer = useCallback((): readonly Command[] => {
    const named = { ...nounsOf(organization), organization: organization.name };
    const editing = refusal({ kind: "use", permission: "workspace.edit" });
    return [
      {
        id: "createWorkspace",
        label: t("command.create", named),
        group: "action",
        icon: <IconPlus size={size} />,
        shortcut: "c",
        ...editing,
        run: onCreate,
      },
      {
        id: "workspaces.archived",
        label: t("command.archived", named),
        group: "action",
        icon: <IconArchive size={size} />,
        ...editing,
        run: onArchived,
      },
    ];
  }, [organization, refusal, onCreate, onArchived, t]);
  useOfferCommands(offer);
}
