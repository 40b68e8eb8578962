import { useTranslation } from "react-i18next";
import type { DeskReviewPart } from "#contract/entities/deskReview.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { Flagged, type FlaggedPerson } from "./Flagged.tsx";
import { Outline } from "./Outline.tsx";

/** What became of a part's decisions. */
export function AppliedPart({ part }: { part: DeskReviewPart }) {
  const { t } = useTranslation("reviews");
  const online = useOnline();
  const { organizationId, reviewId, counts } = part;
  const { data } = useOperation(
    "review.items",
    { organizationId, reviewId, state: ["flagged"], limit: 200 },
    { enabled: online && counts.flagged > 0 },
  );
  const flagged = (data?.items ?? []).flatMap(({ memberId, name, email, decision, outcome }): FlaggedPerson[] =>
    decision === null || outcome.flag === null
      ? []
      : [{ memberId, organizationId, name, email, decision, flag: outcome.flag, fault: outcome.fault }],
  );
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
      {flagged.length > 0 ? <Flagged people={flagged} /> : null}
    </>
  );
}
