import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { PlanChange } from "#contract/entities/plan.ts";
import { mostPlanned } from "#contract/lists.ts";
import { paths } from "#renderer/app/organizations/paths.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { Reason } from "#renderer/ui/Reason.tsx";
import { countsOf } from "./DraftSummary.tsx";
import { targetOf } from "./targets.ts";
import type { PlanRow } from "./usePlanRows.ts";

interface ApplyButtonProps {
  readonly change: PlanChange;
  /** The organizations that the plan is for. */
  readonly rows: readonly PlanRow[];
  /** Whether there is nobody to do it to yet, or somebody's address is none. */
  readonly nobody: boolean;
  readonly tooMany: boolean;
  /** Whether the check is still under way. */
  readonly judging: boolean;
  readonly danger: boolean;
}

/** Starts the plan and leads to its progress. */
export function ApplyButton({ change, rows, nobody, tooMany, judging, danger }: ApplyButtonProps) {
  const { t } = useTranslation("people");
  const { t: frame } = useTranslation("frame");
  const online = useOnline();
  const navigate = useNavigate();
  const start = useCommand("plan.start", {
    onDone: ({ id }) => void navigate(paths.plan(id), { replace: true }),
  });
  const because = () => {
    if (!online) return frame("refusal.offline");
    if (nobody) return t("plans.draft.nobodyYet");
    if (rows.length === 0) return t("plans.draft.none");
    if (tooMany) return t("plans.draft.tooMany", { most: mostPlanned });
    if (judging) return t("plans.draft.judging");
    return countsOf(rows).will === 0 ? t("plans.draft.nothing") : null;
  };
  return (
    <Reason because={because()} position="bottom">
      <Button
        loading={start.pending}
        {...(danger ? { color: "red" } : {})}
        onClick={() => void start.run({ change, targets: rows.map(targetOf) })}
      >
        {t("plans.draft.apply", { count: rows.length })}
      </Button>
    </Reason>
  );
}
