import { VisuallyHidden } from "@mantine/core";
import { IconInbox } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useOperation } from "#renderer/bridge/queries.ts";
import { paths } from "../organizations/paths.ts";
import classes from "./Sidebar.module.css";
import { SidebarLink } from "./SidebarItem.tsx";

/** What others ask of the person, and how much of it waits. */
export function InboxLink({ icons }: { icons: boolean }) {
  const { t } = useTranslation("frame");
  const invitations = useOperation("me.listInvitations", {});
  const offers = useOperation("ownership.listOffered", {});
  const requests = useOperation("approval.received", {});
  const guards = useOperation("lockout.listPending", {});
  const waiting = [invitations, offers, requests, guards].reduce((sum, { data }) => sum + (data?.items.length ?? 0), 0);
  return (
    <SidebarLink to={paths.inbox} icon={IconInbox} label={t("inbox")} icons={icons}>
      {waiting > 0 ? (
        <span className={classes["count"]}>
          <span aria-hidden="true">{waiting}</span>
          <VisuallyHidden>{t("waiting", { count: waiting })}</VisuallyHidden>
        </span>
      ) : null}
    </SidebarLink>
  );
}
