import { IconBraces, IconFileDescription, IconTarget, IconUser } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { MenuAction } from "#renderer/ui/ActionMenu.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import type { AuditFilters } from "./filters.ts";

interface RowDeeds {
  readonly open: () => void;
  readonly change: (part: Partial<AuditFilters>) => void;
  readonly clipboard: { readonly copy: (text: string) => void };
}

/** What a row's menu offers: its details, more of the same, and the event itself to take along. */
export function rowActions(t: TFunction<"audit">, event: AuditEvent, deeds: RowDeeds): readonly MenuAction[] {
  const { actor, target } = event;
  const { accountId } = actor;
  const byActor: MenuAction[] =
    accountId === null
      ? []
      : [
          {
            id: "actor",
            label: t("row.byActor", { name: actor.name }),
            icon: <IconUser size={16} />,
            onSelect: () => deeds.change({ actorId: accountId }),
          },
        ];
  return [
    {
      id: "open",
      label: t("row.open"),
      icon: <IconFileDescription size={16} />,
      shortcut: "Enter",
      onSelect: deeds.open,
    },
    ...byActor,
    {
      id: "target",
      label: t("row.aboutTarget", { name: target.name }),
      icon: <IconTarget size={16} />,
      onSelect: () => deeds.change({ targetId: target.id }),
    },
    {
      id: "copy",
      label: t("row.copy"),
      icon: <IconBraces size={16} />,
      separated: true,
      onSelect: () => {
        deeds.clipboard.copy(asJson(event));
        toastDone({ message: t("row.copied") });
      },
    },
  ];
}

/** An event as one takes it elsewhere. */
export const asJson = (event: AuditEvent): string => JSON.stringify(event, null, 2);
