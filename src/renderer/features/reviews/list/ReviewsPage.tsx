import { Button } from "@mantine/core";
import { IconChecklist } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import type { DeskReview } from "#contract/entities/deskReview.ts";
import type { DueReview } from "#contract/entities/reviewSchedule.ts";
import { paths } from "#renderer/app/organizations/paths.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { EmptyState } from "#renderer/ui/page/EmptyState.tsx";
import { Page } from "#renderer/ui/page/Page.tsx";
import { Reason } from "#renderer/ui/Reason.tsx";
import { StatusLine } from "#renderer/ui/page/StatusLine.tsx";
import { DataTable } from "#renderer/ui/table/DataTable.tsx";
import { ReviewTabs } from "../ReviewTabs.tsx";
import { StartDialog } from "../start/StartDialog.tsx";
import { useReviewTitle } from "#renderer/app/reviews/useReviewTitle.ts";
import { useStartRefusal } from "#renderer/app/reviews/useStartRefusal.ts";
import { DueReviews } from "./DueReviews.tsx";
import { useReviewColumns } from "./useReviewColumns.tsx";
import { useReviewRowActions } from "./useReviewRowActions.tsx";

const rowId = ({ id }: DeskReview): string => id;
const none: readonly DeskReview[] = [];
const nothing: readonly DueReview[] = [];

/** The person's reviews, newest first: what is being decided, what waits, what is finished; and what is due. */
export function ReviewsPage() {
  const { t } = useTranslation("reviews");
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const { data, error, isPending, refetch } = useOperation("reviews.list", {});
  const due = useOperation("reviewSchedule.listDue", {}).data?.items ?? nothing;
  const title = useReviewTitle();
  const columns = useReviewColumns();
  const { actions, dialog } = useReviewRowActions();
  const started = params.get("start");
  const start = () => setParams({ start: "" });
  const refusal = useStartRefusal();
  const startButton = (
    <Reason because={refusal}>
      <Button onClick={start}>{t("start")}</Button>
    </Reason>
  );
  return (
    <Page title={t("title")} toolbar={<ReviewTabs />} primary={startButton}>
      {data && data.kept !== "disk" ? (
        <StatusLine tone={data.kept === "elsewhere" ? "warning" : "info"}>{t(`kept.${data.kept}`)}</StatusLine>
      ) : null}
      <DueReviews due={due} onStart={(organizationId) => setParams({ start: organizationId })} />
      <DataTable
        id="reviews"
        label={t("title")}
        columns={columns}
        rows={data?.items ?? none}
        rowId={rowId}
        rowLabel={title}
        loading={isPending}
        fault={error}
        onRetry={refetch}
        empty={<EmptyState icon={<IconChecklist size={20} />} text={t("empty")} action={startButton} />}
        onOpen={({ id }) => void navigate(paths.review(id))}
        rowActions={actions}
      />
      {started === null || refusal !== null ? null : (
        <StartDialog
          organizationId={started === "" ? null : started}
          scope={due.find(({ organizationId }) => organizationId === started)?.scope}
          onClose={() => setParams({}, { replace: true })}
          onStarted={({ id }) => void navigate(paths.review(id))}
        />
      )}
      {dialog}
    </Page>
  );
}
