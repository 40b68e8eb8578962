import { IconArrowRight, IconTrash } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { DeskReview } from "#contract/entities/deskReview.ts";
import { paths } from "#renderer/app/organizations/paths.ts";
import { stageOf } from "#renderer/app/reviews/stage.ts";
import type { MenuAction } from "#renderer/ui/ActionMenu.tsx";
import { AbandonDialog } from "../AbandonDialog.tsx";

/** What can be done with a review in the list. */
export function useReviewRowActions(): {
  readonly actions: (review: DeskReview) => readonly MenuAction[];
  readonly dialog: ReactNode;
} {
  const { t } = useTranslation("reviews");
  const navigate = useNavigate();
  const [leaving, setLeaving] = useState<DeskReview | null>(null);
  const actions = (review: DeskReview): readonly MenuAction[] => [
    {
      id: "open",
      label: t("row.open"),
      icon: <IconArrowRight size={16} />,
      onSelect: () => void navigate(paths.review(review.id)),
    },
    {
      id: "abandon",
      label: isOver(review) ? t("row.forget") : t("row.abandon"),
      icon: <IconTrash size={16} />,
      tone: "danger",
      separated: true,
      onSelect: () => setLeaving(review),
    },
  ];
  const dialog = leaving ? (
    <AbandonDialog review={leaving} over={isOver(leaving)} onClose={() => setLeaving(null)} />
  ) : null;
  return { actions, dialog };
}

const isOver = (review: DeskReview): boolean => ["finished", "abandoned", "ended"].includes(stageOf(review));
