import { useTranslation } from "react-i18next";
import type { DeskReviewPerson } from "#contract/entities/deskReview.ts";
import type { ReviewDecision } from "#contract/entities/review.ts";
import { PersonName } from "#renderer/ui/people/PersonName.tsx";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import { useMarkText } from "../decide/useMarkText.ts";
import { useRules } from "../decide/useRules.ts";
import classes from "./Settle.module.css";

/** Somebody whose access changes. */
export interface ChangedPerson {
  readonly person: DeskReviewPerson;
  readonly decision: ReviewDecision;
}

const shownAtMost = 50;

/** Whose access changes and how, with what was noted: nobody applies what they cannot read. */
export function ChangeList({ changed }: { readonly changed: readonly ChangedPerson[] }) {
  const { t } = useTranslation("reviews");
  const rulesOf = useRules();
  const markText = useMarkText();
  if (changed.length === 0) return null;
  return (
    <div className={classes["people"]}>
      <h3>{t("settle.changesTitle")}</h3>
      <ul>
        {changed.slice(0, shownAtMost).map(({ person, decision }) => (
          <li key={person.memberId}>
            <PersonName id={person.accountId} name={person.name} detail={person.email} layout="stacked" />
            <span className={classes["flagText"]}>
              <span>{markText(decision, rulesOf(person).roleName)}</span>
              {person.mark.comment === "" ? null : (
                <Truncate className={classes["note"]}>{person.mark.comment}</Truncate>
              )}
            </span>
          </li>
        ))}
      </ul>
      {changed.length > shownAtMost ? (
        <p className={classes["text"]}>{t("settle.more", { count: changed.length - shownAtMost })}</p>
      ) : null}
    </div>
  );
}
