import { useTranslation } from "react-i18next";
import type { DeskReview, DeskReviewPart } from "#contract/entities/deskReview.ts";
import type { ReviewPreview } from "#contract/entities/review.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { Flagged } from "./Flagged.tsx";
import { FlaggedAgain } from "./FlaggedAgain.tsx";
import { Outline } from "./Outline.tsx";
import { useFlagged } from "./useFlagged.ts";

interface AppliedPartProps {
  readonly review: DeskReview;
  readonly part: DeskReviewPart;
}

/** What became of a part's decisions; until it is finished, what was flagged can be decided again. */
export function AppliedPart({ review, part }: AppliedPartProps) {
  const { t } = useTranslation("reviews");
  const { counts } = part;
  return (
    <>
      <Outline
        lines={[
          counts.applied > 0
            ? { tone: "will", text: t("settle.applied", { count: counts.applied }) }
            : { tone: "will", text: t("settle.nothing") },
          counts.kept > 0 ? { tone: "kept", text: t("settle.kept", { count: counts.kept }) } : null,
          counts.flagged > 0 ? { tone: "flagged", text: t("settle.flagged", { count: counts.flagged }) } : null,
          counts.undecided > 0 ? { tone: "quiet", text: t("settle.undecided", { count: counts.undecided }) } : null,
        ]}
      />
      {counts.flagged > 0 ? <LeftFlagged review={review} part={part} /> : null}
    </>
  );
}

function LeftFlagged({ review, part }: AppliedPartProps) {
  const online = useOnline();
  const { organizationId, reviewId, stage } = part;
  const { data: preview } = useOperation("review.preview", { organizationId, reviewId }, { enabled: online });
  if (!preview) return null;
  if (stage === "applied") return <FlaggedAgain review={review} part={part} preview={preview} />;
  return <LeftSo review={review} part={part} preview={preview} />;
}

/** Of a finished part nothing is decided any more. */
function LeftSo({ review, part, preview }: AppliedPartProps & { readonly preview: ReviewPreview }) {
  const people = useFlagged(review, part, preview);
  return people.length > 0 ? <Flagged people={people} /> : null;
}
