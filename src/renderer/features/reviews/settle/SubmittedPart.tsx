import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { DeskReview, DeskReviewPart } from "#contract/entities/deskReview.ts";
import type { ReviewPreview } from "#contract/entities/review.ts";
import { safeOwners } from "#domain/lockout.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { usePeople } from "../decide/usePeople.ts";
import { ChangeList, type ChangedPerson } from "./ChangeList.tsx";
import { FlaggedAgain } from "./FlaggedAgain.tsx";
import { Outline } from "./Outline.tsx";
import classes from "./Settle.module.css";

interface SubmittedPartProps {
  readonly review: DeskReview;
  readonly part: DeskReviewPart;
}

/** Each decision against what is true now: what can be applied, and what no longer fits and what to do about it. */
export function SubmittedPart({ review, part }: SubmittedPartProps) {
  const { t } = useTranslation("reviews");
  const online = useOnline();
  const { organizationId, reviewId } = part;
  const { data, error, refetch } = useOperation("review.preview", { organizationId, reviewId }, { enabled: online });
  const changed = useApplicable(review, data);
  if (!online) return <p className={classes["text"]}>{t("settle.needsOnline")}</p>;
  if (error) return <ErrorState fault={error} onRetry={refetch} />;
  if (!data) return <p className={classes["text"]}>{t("settle.checking")}</p>;
  const { counts, ownersLeft } = data;
  // As in every preview, below two who is left to administer is said.
  const few = counts.will > 0 && ownersLeft < safeOwners;
  return (
    <>
      <Outline
        lines={[
          { tone: "will", text: counts.will > 0 ? t("settle.will", { count: counts.will }) : t("settle.nothing") },
          few ? { tone: "owners", text: t("settle.owners", { count: ownersLeft }) } : null,
          counts.keep > 0 ? { tone: "kept", text: t("settle.kept", { count: counts.keep }) } : null,
          counts.flagged > 0 ? { tone: "flagged", text: t("settle.flagged", { count: counts.flagged }) } : null,
          counts.undecided > 0 ? { tone: "quiet", text: t("settle.undecided", { count: counts.undecided }) } : null,
        ]}
      />
      <ChangeList changed={changed} />
      <FlaggedAgain review={review} part={part} preview={data} />
    </>
  );
}

/** What applying changes now, as the server says; who they are is known here. */
function useApplicable(review: DeskReview, preview: ReviewPreview | undefined): readonly ChangedPerson[] {
  const { people } = usePeople(review.id);
  return useMemo(() => {
    const byId = new Map(people.map((person) => [person.memberId, person]));
    return (preview?.verdicts ?? []).flatMap(({ memberId, decision, verdict }): ChangedPerson[] => {
      const person = byId.get(memberId);
      return verdict.verdict === "will" && person !== undefined ? [{ person, decision }] : [];
    });
  }, [people, preview]);
}
