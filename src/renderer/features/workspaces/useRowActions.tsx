import {
  IconArchive,
  IconArchiveOff,
  IconLayoutSidebarRight,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconTrash,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { Workspace } from "#contract/entities/workspace.ts";
import { statusAfter, type WorkspaceAct } from "#domain/workspaces.ts";
import { useRefusal } from "#renderer/app/explain/useRefusal.tsx";
import type { MenuAction } from "#renderer/ui/ActionMenu.tsx";
import type { Ask } from "./asking.ts";

const size = 16;

const icons = {
  suspend: <IconPlayerPause size={size} />,
  reactivate: <IconPlayerPlay size={size} />,
  archive: <IconArchive size={size} />,
  restore: <IconArchiveOff size={size} />,
} as const;

/** What can be done with a workspace as it stands. What the person may not do stays in it, with the reason. */
export function useActions(organization: Organization, ask: Ask) {
  const { t } = useTranslation("workspaces");
  const refusal = useRefusal(organization);
  const editing = refusal({ kind: "use", permission: "workspace.edit" });
  const deleting = refusal({ kind: "use", permission: "workspace.delete" });
  return (workspace: Workspace): readonly MenuAction[] => {
    const suspended = workspace.suspendedAt !== null;
    const leads = (act: WorkspaceAct) => statusAfter(workspace.status, act, suspended) !== null;
    const moves = (["suspend", "reactivate", "archive", "restore"] as const).filter(leads);
    return [
      {
        id: "edit",
        label: t("act.edit"),
        icon: <IconPencil size={size} />,
        ...editing,
        onSelect: () => ask({ kind: "edit", workspace }),
      },
      ...moves.map((act, index) => ({
        id: act,
        label: t(`act.${act}`),
        icon: icons[act],
        ...editing,
        separated: index === 0,
        onSelect: () => ask({ kind: act, workspace }),
      })),
      {
        id: "delete",
        label: t("act.delete"),
        icon: <IconTrash size={size} />,
        tone: "danger",
        separated: true,
        ...deleting,
        onSelect: () => ask({ kind: "delete", workspace }),
      },
    ];
  };
}

/** The menu of a row: details first, then what can be done. */
export function useRowActions(
  actions: (workspace: Workspace) => readonly MenuAction[],
  onOpen: (workspace: Workspace) => void,
) {
  const { t } = useTranslation("workspaces");
  return (workspace: Workspace): readonly MenuAction[] => [
    {
      id: "open",
      label: t("act.open"),
      icon: <IconLayoutSidebarRight size={size} />,
      shortcut: "enter",
      onSelect: () => onOpen(workspace),
    },
    ...actions(workspace),
  ];
}
