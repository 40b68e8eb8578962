import { IconArrowBackUp, IconDownload, IconLogout, IconUserPlus } from "@tabler/icons-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { useOfferCommands, type Command } from "#renderer/app/commands/commands.ts";
import { useRefusal } from "#renderer/app/explain/useRefusal.tsx";
import { useOnline } from "#renderer/bridge/desktop.ts";
import type { Ask } from "./asking.ts";
import { useLatestAct } from "./undo.ts";

const size = 16;

/** What the palette and the keyboard can do while the team is on the screen. */
export function useTeamCommands(organization: Organization, ask: Ask, onInvite: () => void): void {
  const { t } = useTranslation("team");
  const { t: frame } = useTranslation("frame");
  const online = useOnline();
  const refusal = useRefusal(organization);
  const latest = useLatestAct(organization.id);
  const offer = useCallback((): readonly Command[] => {
    const named = { organization: organization.name };
    const undo: Command[] = latest
      ? [
          {
            id: "team.undo",
            label: t("command.undo", { message: latest.message }),
            group: "action",
            icon: <IconArrowBackUp size={size} />,
            shortcut: "mod+Z",
            reason: online ? null : frame("refusal.offline"),
            run: latest.take,
          },
        ]
      : [];
    return [
      ...undo,
      {
        id: "invite",
        label: t("command.invite", named),
        group: "action",
        icon: <IconUserPlus size={size} />,
        shortcut: "i",
        ...refusal({ kind: "use", permission: "member.invite" }),
        run: onInvite,
      },
      {
        id: "team.export",
        label: t("command.export"),
        group: "action",
        icon: <IconDownload size={size} />,
        keywords: ["csv"],
        run: () => ask({ kind: "export" }),
      },
      {
        id: "team.leave",
        label: t("command.leave", named),
        group: "action",
        icon: <IconLogout size={size} />,
        ...refusal({ kind: "leave", ends: organization.me.ends }),
        run: () => ask({ kind: "leave" }),
      },
    ];
  }, [organization.name, organization.me.ends, latest, refusal, online, ask, onInvite, t, frame]);
  useOfferCommands(offer);
}
