import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { Review } from "#contract/entities/review.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { Drawer, DrawerFact, DrawerSection } from "#renderer/ui/dialog/Drawer.tsx";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { PersonName } from "#renderer/ui/people/PersonName.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import classes from "../Reviews.module.css";
import { EvidenceBody } from "../settle/Evidence.tsx";
import { placeOf, useEveryoneDesk } from "./desk.ts";
import { StatusBadge } from "./StatusBadge.tsx";

/** One review on the server: how far it is, and its evidence. */
export function EveryoneDrawer() {
  const { t } = useTranslation("reviews");
  const { organizationId = "", reviewId = "" } = useParams();
  const { reviews, step, close } = useEveryoneDesk();
  const { data, error, refetch } = useOperation("review.get", { organizationId, reviewId });
  const listed = reviews.find((each) => placeOf(each) === placeOf({ organizationId, id: reviewId }));
  return (
    <Drawer
      title={t("everyone.drawer")}
      identity={
        data ? (
          <>
            <PersonName
              id={data.reviewer.accountId}
              name={data.reviewer.name}
              isYou={data.mine}
              layout="stacked"
              size={40}
              {...(listed ? { detail: listed.organizationName } : {})}
            />
            <StatusBadge status={data.status} />
          </>
        ) : null
      }
      onClose={close}
      {...(listed ? { onStep: (by: -1 | 1) => step(listed, by) } : {})}
    >
      {data ? <Details review={data} /> : error ? <ErrorState fault={error} onRetry={refetch} /> : <Loading />}
    </Drawer>
  );
}

function Details({ review }: { review: Review }) {
  const { t } = useTranslation("reviews");
  const { number } = useFormat();
  const { counts, asOf, startedAt, submittedAt, finishedAt, undecidedReason } = review;
  const { organizationId, id: reviewId, evidenceDigest, status } = review;
  return (
    <>
      <DrawerSection title={t("everyone.progress")}>
        <DrawerFact name={t("everyone.people")}>{number(counts.total)}</DrawerFact>
        <DrawerFact name={t("everyone.kept")}>{number(counts.kept)}</DrawerFact>
        <DrawerFact name={t("everyone.applied")}>{number(counts.applied)}</DrawerFact>
        <DrawerFact name={t("everyone.flagged")}>{number(counts.flagged)}</DrawerFact>
        <DrawerFact name={t("everyone.undecided")}>{number(counts.undecided)}</DrawerFact>
        <DrawerFact name={t("everyone.revision")}>{number(asOf)}</DrawerFact>
      </DrawerSection>
      <DrawerSection title={t("everyone.when")}>
        <DrawerFact name={t("everyone.column.started")}>
          <RelativeTime at={startedAt} />
        </DrawerFact>
        {submittedAt === null ? null : (
          <DrawerFact name={t("everyone.sent")}>
            <RelativeTime at={submittedAt} />
          </DrawerFact>
        )}
        {finishedAt === null ? null : (
          <DrawerFact name={t("everyone.column.finished")}>
            <RelativeTime at={finishedAt} />
          </DrawerFact>
        )}
      </DrawerSection>
      {undecidedReason === "" ? null : (
        <DrawerSection title={t("everyone.why")}>
          <p className={classes["lead"]}>{undecidedReason}</p>
        </DrawerSection>
      )}
      {status === "finished" ? (
        <DrawerSection title={t("settle.evidence")}>
          <EvidenceBody part={{ organizationId, reviewId, finishedAt, evidenceDigest }} />
        </DrawerSection>
      ) : (
        <p className={classes["lead"]}>{t(status === "abandoned" ? "everyone.none" : "everyone.unfinished")}</p>
      )}
    </>
  );
}
