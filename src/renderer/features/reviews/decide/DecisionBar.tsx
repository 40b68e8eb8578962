import { Button } from "@mantine/core";
import { IconArrowBackUp, IconCheck, IconPlayerPause, IconSwitchHorizontal, IconUserMinus } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ReviewDecision } from "#contract/entities/review.ts";
import { Kbd } from "#renderer/ui/keyboard/Kbd.tsx";
import { Reason } from "#renderer/ui/Reason.tsx";
import { useBottomBar } from "#renderer/ui/page/useBottomBar.ts";
import classes from "./DecisionBar.module.css";
import type { Decisions } from "./useDecisions.ts";
import { reviewKeys } from "./useReviewKeys.ts";
import { optionOf, type Option } from "./useRules.ts";

interface DecisionBarProps {
  readonly options: readonly Option[];
  readonly decision: ReviewDecision | null;
  readonly decisions: Decisions;
  readonly canUndo: boolean;
}

/** The decisions as buttons with their keys. What may not be decided stays, disabled, with the reason. */
export function DecisionBar({ options, decision, decisions, canUndo }: DecisionBarProps) {
  const { t } = useTranslation("reviews");
  useBottomBar();
  const roles = options.filter(({ decision: each }) => each.kind === "changeRole");
  const act = (kind: "keep" | "deactivate" | "remove", icon: ReactNode) => {
    const option = optionOf(options, { kind });
    return option === undefined ? null : (
      <Reason because={option.refusal}>
        <Button
          variant={decision?.kind === kind ? "filled" : "default"}
          leftSection={icon}
          rightSection={<Kbd keys={reviewKeys[kind]} />}
          aria-pressed={decision?.kind === kind}
          onClick={() => decisions.choose({ kind })}
        >
          {t(`act.${kind}`)}
        </Button>
      </Reason>
    );
  };
  const refusedRole = roles.every(({ refusal }) => refusal !== null) ? (roles[0]?.refusal ?? null) : null;
  return (
    <div className={classes["bar"]}>
      {act("keep", <IconCheck size={16} />)}
      {roles.length > 0 ? (
        <Reason because={refusedRole}>
          <Button
            variant={decision?.kind === "changeRole" ? "filled" : "default"}
            leftSection={<IconSwitchHorizontal size={16} />}
            rightSection={<Kbd keys={reviewKeys.changeRole} />}
            aria-pressed={decision?.kind === "changeRole"}
            aria-expanded={decisions.choosing}
            onClick={decisions.choosing ? decisions.endRole : decisions.beginRole}
          >
            {t("act.changeRole")}
          </Button>
        </Reason>
      ) : null}
      {act("deactivate", <IconPlayerPause size={16} />)}
      {act("remove", <IconUserMinus size={16} />)}
      <span className={classes["barEnd"]}>
        <Button
          variant="subtle"
          leftSection={<IconArrowBackUp size={16} />}
          rightSection={<Kbd keys={reviewKeys.undo} />}
          disabled={!canUndo}
          onClick={decisions.undo}
        >
          {t("act.undo")}
        </Button>
      </span>
    </div>
  );
}
