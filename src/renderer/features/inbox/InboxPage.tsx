import { IconInbox } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useDesktop } from "#renderer/bridge/desktop.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { EmptyState } from "#renderer/ui/page/EmptyState.tsx";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { Page } from "#renderer/ui/page/Page.tsx";
import classes from "./Inbox.module.css";
import { LockoutRows } from "./LockoutRows.tsx";
import { OpenedInvitation } from "./OpenedInvitation.tsx";
import { OwnershipOfferRows } from "./OwnershipOfferRows.tsx";
import { ReceivedInvitationRows } from "./ReceivedInvitationRows.tsx";
import { RoleRequestRows } from "./RoleRequestRows.tsx";

/** Whatever waits for the person's answer: invitations, offers and requests, the one behind an opened link first. */
export function InboxPage() {
  const { t } = useTranslation("invitations");
  const opened = useDesktop((state) => state.openedInvitation);
  const invitations = useOperation("me.listInvitations", {});
  const offers = useOperation("ownership.listOffered", {});
  const requests = useOperation("approval.received", {});
  const guards = useOperation("lockout.listPending", {});
  const reads = [invitations, offers, requests, guards];
  const unread = reads.filter(({ data }) => data === undefined);
  const fault = unread.find(({ error }) => error !== null)?.error ?? null;
  const received = invitations.data?.items.filter((each) => each.id !== opened?.id) ?? [];
  const others = [offers, requests, guards].reduce((sum, { data }) => sum + (data?.items.length ?? 0), 0);
  const waiting = received.length + others + (opened ? 1 : 0);
  const again = () => {
    for (const { refetch } of unread) refetch();
  };
  return (
    <Page title={t("title")} layout="prose" {...(waiting > 0 ? { count: String(waiting) } : {})}>
      <ul className={classes["list"]}>
        {opened ? <OpenedInvitation invitation={opened} /> : null}
        <LockoutRows guards={guards.data?.items ?? []} />
        <OwnershipOfferRows offers={offers.data?.items ?? []} />
        <RoleRequestRows requests={requests.data?.items ?? []} />
        <ReceivedInvitationRows invitations={received} />
      </ul>
      {unread.length === 0 && waiting === 0 ? <EmptyState icon={<IconInbox size={20} />} text={t("empty")} /> : null}
      {fault ? <ErrorState fault={fault} onRetry={again} /> : null}
      {unread.length > 0 && !fault ? <Loading lines={3} /> : null}
    </Page>
  );
}
