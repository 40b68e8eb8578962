import { useTranslation } from "react-i18next";
import type { DeskReview } from "#contract/entities/deskReview.ts";
import classes from "./UnsentReviews.module.css";
import { decidedIn, peopleIn } from "../reviews/stage.ts";
import { useReviewTitle } from "../reviews/useReviewTitle.ts";

/** Names what signing out erases. */
export function UnsentReviews({ reviews }: { reviews: readonly DeskReview[] }) {
  const { t } = useTranslation("reviews");
  const title = useReviewTitle();
  if (reviews.length === 0) return null;
  return (
    <>
      <p>{t("signOut.what")}</p>
      <ul className={classes["list"]}>
        {reviews.map((review) => (
          <li key={review.id}>
            {t("signOut.item", { title: title(review), decided: decidedIn(review), total: peopleIn(review) })}
          </li>
        ))}
      </ul>
    </>
  );
}
