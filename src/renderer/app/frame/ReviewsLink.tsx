import { VisuallyHidden } from "@mantine/core";
import { IconChecklist } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useOperation } from "#renderer/bridge/queries.ts";
import { paths } from "../organizations/paths.ts";
import { needsReviewer } from "../reviews/stage.ts";
import classes from "./Sidebar.module.css";
import { SidebarLink } from "./SidebarItem.tsx";

/** The reviews of who has access, and how many of them wait for the person. */
export function ReviewsLink({ icons }: { icons: boolean }) {
  const { t } = useTranslation("frame");
  const reviews = useOperation("reviews.list", {});
  const waiting = (reviews.data?.items ?? []).filter(needsReviewer).length;
  return (
    <SidebarLink to={paths.reviews} icon={IconChecklist} label={t("reviews")} icons={icons}>
      {waiting > 0 ? (
        <span className={classes["count"]}>
          <span aria-hidden="true">{waiting}</span>
          <VisuallyHidden>{t("reviewsWaiting", { count: waiting })}</VisuallyHidden>
        </span>
      ) : null}
    </SidebarLink>
  );
}
