import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ReviewSchedule } from "#contract/entities/reviewSchedule.ts";
import { PersonName } from "#renderer/ui/people/PersonName.tsx";

interface ReviewerRowProps {
  readonly reviewer: ReviewSchedule["reviewers"][number];
  readonly onRemove: () => void;
}

/** Somebody who was named, and why they are not reminded where they are not. */
export function ReviewerRow({ reviewer: { accountId, name, state }, onRemove }: ReviewerRowProps) {
  const { t } = useTranslation("reviews");
  const { t: common } = useTranslation();
  const why = state === "reminded" ? {} : { detail: t(`schedules.reviewers.state.${state}`) };
  return (
    <li>
      <PersonName id={accountId} name={name} layout="stacked" {...why} />
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t("schedules.reviewers.remove", { name })}
        onClick={onRemove}
      >
        {common("action.remove")}
      </Button>
    </li>
  );
}
