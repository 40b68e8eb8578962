import { IconInbox } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useDesktop } from "#renderer/bridge/desktop.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { ErrorState } from "#renderer/ui/ErrorState.tsx";
import { Loading } from "#renderer/ui/Loading.tsx";
import { Page } from "#renderer/ui/Page.tsx";
import classes from "./Inbox.module.css";
import { LockoutRows } from "./LockoutRows.tsx";
import { OpenedInvitation } from "./OpenedInvitation.tsx";
import { OwnershipOfferRow } from "./OwnershipOfferRow.tsx";
import { ReceivedInvitationRow } from "./ReceivedInvitationRow.tsx";
import { RoleRequestRow } from "./RoleRequestRow.tsx";

/** Whatever waits for the person's answer: invitations, offers and requests, the one behind an opened link first. */
export function InboxPage() {
  const { t } = useTranslation("invitations");
  const opened = useDesktop((state) => state.openedInvitation);
  const { data, error, refetch } = useOperation("me.listInvitations", {});
  const offers = useOperation("ownership.listOffered", {}).data?.items ?? [];
  const requests = useOperation("approval.received", {}).data?.items ?? [];
  const guards = useOperation("lockout.listPending", {}).data?.items ?? [];
  const received = data?.items.filter((each) => each.id !== opened?.id) ?? [];
  const waiting = received.length + offers.length + requests.length + guards.length + (opened ? 1 : 0);
  return (
    <Page title={t("title")} layout="prose" {...(data && waiting > 0 ? { count: String(waiting) } : {})}>
      <ul className={classes["list"]}>
        {opened ? <OpenedInvitation invitation={opened} /> : null}
        <LockoutRows guards={guards} />
        {offers.map((offer) => (
          <OwnershipOfferRow key={offer.id} offer={offer} />
        ))}
        {requests.map((request) => (
          <RoleRequestRow key={request.id} request={request} />
        ))}
        {received.map((invitation) => (
          <ReceivedInvitationRow key={invitation.id} invitation={invitation} />
        ))}
      </ul>
      {data && waiting === 0 ? <EmptyState icon={<IconInbox size={20} />} text={t("empty")} /> : null}
      {error && !data ? <ErrorState fault={error} onRetry={refetch} /> : null}
      {!data && !error ? <Loading lines={3} /> : null}
    </Page>
  );
}
