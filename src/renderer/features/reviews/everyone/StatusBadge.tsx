import { useTranslation } from "react-i18next";
import type { Review } from "#contract/entities/review.ts";
import { Badge, type Tone } from "#renderer/ui/Badge.tsx";

const tones: Readonly<Record<Review["status"], Tone>> = {
  receiving: "amber",
  submitted: "amber",
  applying: "accent",
  applied: "amber",
  finished: "green",
  abandoned: "grey",
};

/** Where a review is, as whoever did not start it sees it. */
export function StatusBadge({ status }: Pick<Review, "status">) {
  const { t } = useTranslation("reviews");
  return (
    <Badge dot tone={tones[status]}>
      {t(`everyone.status.${status}`)}
    </Badge>
  );
}
