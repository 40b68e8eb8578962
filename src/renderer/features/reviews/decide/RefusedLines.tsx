import { useTranslation } from "react-i18next";
import type { DeskReview } from "#contract/entities/deskReview.ts";
import { faultText } from "#renderer/ui/page/faultText.ts";
import { StatusLine } from "#renderer/ui/page/StatusLine.tsx";

/** Of which organizations the server did not take the decisions, which may have been while nobody looked, and why. */
export function RefusedLines({ review }: { readonly review: DeskReview }) {
  const { t } = useTranslation("reviews");
  const { t: common } = useTranslation();
  return review.parts.map(({ organizationId, organizationName, stage, refused }) =>
    refused && stage === "open" ? (
      <StatusLine key={organizationId} tone="warning">
        {t("decide.refused", { organization: organizationName, why: faultText(common, refused) })}
      </StatusLine>
    ) : null,
  );
}
