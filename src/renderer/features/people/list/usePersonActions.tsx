import { IconUserCog, IconUserMinus, IconUserPause, IconUserPlus } from "@tabler/icons-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { ManagedOrganization, Person } from "#contract/entities/people.ts";
import { paths } from "#renderer/app/organizations/paths.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import type { MenuAction } from "#renderer/ui/ActionMenu.tsx";
import { usePlanDraft, type PlanKind } from "../draft/planDraft.ts";
import { currentOf } from "./people.ts";

const acts = [
  { kind: "add", icon: IconUserPlus, right: "invite" },
  { kind: "changeRole", icon: IconUserCog, right: "changeRole" },
  { kind: "deactivate", icon: IconUserPause, right: "remove" },
  { kind: "remove", icon: IconUserMinus, right: "remove" },
] as const;

/** What can be done with people over many organizations; each leads to a plan, where every organization is judged. */
export function usePersonActions(byId: ReadonlyMap<string, ManagedOrganization>, clients: readonly string[]) {
  const { t } = useTranslation("people");
  const { t: frame } = useTranslation("frame");
  const navigate = useNavigate();
  const online = useOnline();
  const begin = usePlanDraft((state) => state.begin);
  return useCallback(
    (people: readonly Person[]): readonly MenuAction[] => {
      const theirs = people.flatMap(currentOf).flatMap(({ organizationId }) => byId.get(organizationId) ?? []);
      const refusal = (kind: PlanKind, right: keyof ManagedOrganization["may"]) => {
        if (!online) return frame("refusal.offline");
        if (kind === "add") return [...byId.values()].some(({ may }) => may.invite) ? null : t("refusal.add");
        if (theirs.length === 0) return t("refusal.nowhere");
        if (theirs.some(({ may }) => may[right])) return null;
        return t(kind === "changeRole" ? "refusal.changeRole" : "refusal.remove");
      };
      return acts.map(({ kind, icon: Icon, right }) => ({
        id: kind,
        label: t(`act.${kind}`),
        icon: <Icon size={16} />,
        reason: refusal(kind, right),
        ...(kind === "remove" ? { tone: "danger" as const } : {}),
        ...(kind === "add" ? { separated: true } : {}),
        onSelect: () => {
          begin({ kind, people, clients });
          void navigate(paths.newPlan);
        },
      }));
    },
    [byId, clients, online, begin, navigate, t, frame],
  );
}
