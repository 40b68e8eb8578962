import { IconUserCog, IconUserMinus, IconUserPause, IconUserPlus } from "@tabler/icons-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { ManagedOrganization, Person } from "#contract/entities/people.ts";
import { paths } from "#renderer/app/organizations/paths.ts";
import type { Refusal } from "#renderer/app/explain/useRefusal.tsx";
import { useOnline } from "#renderer/bridge/desktop.ts";
import type { MenuAction } from "#renderer/ui/ActionMenu.tsx";
import { usePlanDraft } from "../draft/planDraft.ts";
import { currentOf } from "./people.ts";
import { WhyThere } from "./WhyThere.tsx";

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
      const refusal = ({ kind, right }: (typeof acts)[number]): Refusal => {
        if (!online) return { reason: frame("refusal.offline") };
        const where = kind === "add" ? [...byId.values()] : theirs;
        const [first] = where;
        if (first === undefined) return { reason: t(kind === "add" ? "refusal.invite" : "refusal.nowhere") };
        if (where.some(({ may }) => may[right])) return { reason: null };
        const reason = t(`refusal.${right}`);
        const permission = `member.${right}` as const;
        return {
          reason,
          explanation: <WhyThere organizationId={first.id} permission={permission} sentence={reason} />,
        };
      };
      return acts.map((act) => ({
        id: act.kind,
        label: t(`act.${act.kind}`),
        icon: <act.icon size={16} />,
        ...refusal(act),
        ...(act.kind === "remove" ? { tone: "danger" as const } : {}),
        ...(act.kind === "add" ? { separated: true } : {}),
        onSelect: () => {
          begin({ kind: act.kind, people, clients });
          void navigate(paths.newPlan);
        },
      }));
    },
    [byId, clients, online, begin, navigate, t, frame],
  );
}
