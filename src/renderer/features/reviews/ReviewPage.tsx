import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { stageOf } from "#renderer/app/reviews/stage.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { Page } from "#renderer/ui/page/Page.tsx";
import { PageNote } from "#renderer/ui/page/pageNote.ts";
import { DecidePage } from "./decide/DecidePage.tsx";
import { ReviewTabs } from "./ReviewTabs.tsx";
import { SettlePage } from "./settle/SettlePage.tsx";

/** One review: first its people are decided, then the decisions are sent, applied and signed. */
export function ReviewPage() {
  const { t } = useTranslation("reviews");
  const { reviewId = "" } = useParams();
  const { data, error, refetch } = useOperation("reviews.get", { reviewId });
  if (data && stageOf(data) !== "open") return <SettlePage review={data} />;
  if (data) {
    // It says itself as of when its people are shown, which the age of anything else would contradict.
    return (
      <PageNote value={null}>
        <DecidePage review={data} />
      </PageNote>
    );
  }
  return (
    <Page title={t("title")} toolbar={<ReviewTabs />}>
      {error ? <ErrorState fault={error} onRetry={refetch} /> : <Loading page="content" lines={8} />}
    </Page>
  );
}
