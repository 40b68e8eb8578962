import { useTranslation } from "react-i18next";
import type { DeskStage } from "#contract/entities/deskReview.ts";
import { Badge, type Tone } from "#renderer/ui/Badge.tsx";

const tones: Readonly<Record<DeskStage, Tone>> = {
  open: "accent",
  waiting: "amber",
  sending: "amber",
  submitted: "amber",
  applying: "accent",
  applied: "amber",
  finished: "green",
  abandoned: "grey",
  ended: "grey",
};

/** Where a review, or its part of one organization, is. */
export function StageBadge({ stage }: { stage: DeskStage }) {
  const { t } = useTranslation("reviews");
  return (
    <Badge dot tone={tones[stage]}>
      {t(`stage.${stage}`)}
    </Badge>
  );
}
