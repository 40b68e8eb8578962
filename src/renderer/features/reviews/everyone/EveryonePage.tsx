import { IconChecklist } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useNavigate, useParams } from "react-router";
import type { PlacedReview } from "#contract/entities/review.ts";
import { paths } from "#renderer/app/organizations/paths.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { useInfiniteOperation } from "#renderer/bridge/queries.ts";
import { EmptyState } from "#renderer/ui/page/EmptyState.tsx";
import { NeedsConnection } from "#renderer/ui/page/NeedsConnection.tsx";
import { Page } from "#renderer/ui/page/Page.tsx";
import { DataTable } from "#renderer/ui/table/DataTable.tsx";
import { ReviewTabs } from "../ReviewTabs.tsx";
import { placeOf, type EveryoneDesk } from "./desk.ts";
import { useEveryoneColumns } from "./useEveryoneColumns.tsx";

const textOf = ({ organizationName, reviewer }: PlacedReview): string => `${organizationName} ${reviewer.name}`;

/** The reviews that anybody sent, in every organization whose reviews the person sees, newest first. */
export function EveryonePage() {
  const { t } = useTranslation("reviews");
  const navigate = useNavigate();
  const online = useOnline();
  const { organizationId = "", reviewId = "" } = useParams();
  const [search, setSearch] = useState("");
  const reviews = useInfiniteOperation("review.listAll", {}, { enabled: online });
  const columns = useEveryoneColumns();
  const { items } = reviews;
  const desk = useMemo((): EveryoneDesk => {
    const open = ({ organizationId: at, id }: PlacedReview) => void navigate(paths.reviewOf(at, id), { replace: true });
    return {
      reviews: items,
      close: () => void navigate(paths.allReviews),
      step: (from, by) => {
        const next = items[items.findIndex((each) => placeOf(each) === placeOf(from)) + by];
        if (next) open(next);
      },
    };
  }, [items, navigate]);
  return (
    <Page title={t("title")} toolbar={<ReviewTabs />}>
      {online || items.length > 0 ? (
        <DataTable
          id="everyoneReviews"
          label={t("tab.all")}
          columns={columns}
          rows={items}
          rowId={placeOf}
          rowLabel={({ reviewer }) => t("everyone.of", { reviewer: reviewer.name })}
          loading={reviews.isPending}
          fault={reviews.error}
          onRetry={reviews.refetch}
          search={{ label: t("everyone.find"), value: search, onChange: setSearch, textOf }}
          empty={<EmptyState icon={<IconChecklist size={20} />} text={t("everyone.empty")} />}
          total={reviews.first?.total ?? null}
          onOpen={({ organizationId: at, id }) => void navigate(paths.reviewOf(at, id))}
          openId={reviewId === "" ? null : placeOf({ organizationId, id: reviewId })}
          hasMore={reviews.hasMore}
          onLoadMore={reviews.loadMore}
        />
      ) : (
        <NeedsConnection why={t("everyone.offline")} />
      )}
      <Outlet context={desk} />
    </Page>
  );
}
