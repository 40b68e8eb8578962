import { Checkbox } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeskReviewPerson } from "#contract/entities/deskReview.ts";
import type { ReviewDecision } from "#contract/entities/review.ts";
import { DecisionDialog } from "#renderer/ui/dialog/DecisionDialog.tsx";
import classes from "./AcceptAllDialog.module.css";
import type { Decisions } from "./useDecisions.ts";
import { decisionOf, optionOf, type Rules } from "./useRules.ts";

const kinds = ["keep", "look", "changeRole", "deactivate", "remove"] as const;
type Kind = (typeof kinds)[number];

interface AcceptAllDialogProps {
  readonly people: readonly DeskReviewPerson[];
  readonly rulesOf: (person: DeskReviewPerson) => Rules;
  readonly decisions: Decisions;
  readonly onClose: () => void;
}

/** Takes many recommendations at once, of undecided people, by what is recommended. One step, which Undo takes back. */
export function AcceptAllDialog({ people, rulesOf, decisions, onClose }: AcceptAllDialogProps) {
  const { t } = useTranslation("reviews");
  const [chosen, setChosen] = useState<readonly string[]>(["keep"]);
  const [pending, setPending] = useState(false);
  const byKind = useMemo(() => acceptable(people, rulesOf), [people, rulesOf]);
  const met = kinds.filter((kind) => byKind[kind].length > 0);
  const accepted = met.filter((kind) => chosen.includes(kind)).flatMap((kind) => byKind[kind]);
  const confirm = async () => {
    setPending(true);
    const answer = await decisions.decideAll(accepted);
    setPending(false);
    if (!answer.ok) return;
    onClose();
    decisions.offerUndo(t("acceptAll.done", { count: accepted.length }));
  };
  return (
    <DecisionDialog
      opened
      local
      title={t("acceptAll.title")}
      confirmLabel={t("acceptAll.confirm", { count: accepted.length })}
      ready={accepted.length > 0}
      pending={pending}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p className={classes["lead"]}>{t(met.length > 0 ? "acceptAll.what" : "acceptAll.nobody")}</p>
      <Checkbox.Group value={[...chosen]} onChange={setChosen} aria-label={t("acceptAll.title")}>
        {met.map((kind) => (
          <Checkbox
            key={kind}
            value={kind}
            className={classes["accept"] ?? ""}
            label={
              <span className={classes["acceptLabel"]}>
                {t(`acceptAll.${kind}`)}
                <span className={classes["quiet"]}>{t("people", { count: byKind[kind].length })}</span>
              </span>
            }
          />
        ))}
      </Checkbox.Group>
    </DecisionDialog>
  );
}

type Accepted = { readonly memberId: string; readonly decision: ReviewDecision };

/** The decisions that the undecided people's recommendations come to, as far as the reviewer may take them. */
function acceptable(
  people: readonly DeskReviewPerson[],
  rulesOf: (person: DeskReviewPerson) => Rules,
): Readonly<Record<Kind, readonly Accepted[]>> {
  const found: Record<Kind, Accepted[]> = { keep: [], look: [], changeRole: [], deactivate: [], remove: [] };
  for (const person of people) {
    if (person.mark.decision !== null) continue;
    const decision = decisionOf(person) ?? { kind: "keep" as const };
    const option = optionOf(rulesOf(person).options, decision);
    if (option?.refusal !== null) continue;
    found[person.recommendation.suggestion.kind].push({ memberId: person.memberId, decision });
  }
  return found;
}
