import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { paths } from "#renderer/app/organizations/paths.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { DrawerFact } from "#renderer/ui/dialog/Drawer.tsx";
import { Reason } from "#renderer/ui/Reason.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import classes from "../Team.module.css";
import { RequestBadge } from "./RequestBadge.tsx";
import { useCancelRequest } from "./useCancelRequest.ts";
import { useOpenRequests } from "./useOpenRequests.ts";

/** The open request about a member, with what the reader can do: take it back or answer it. */
export function RequestFact({ organization, member }: { organization: Organization; member: Member }) {
  const { t } = useTranslation("approvals");
  const { t: frame } = useTranslation("frame");
  const online = useOnline();
  const request = useOpenRequests(organization).get(member.id);
  const { cancel, pending } = useCancelRequest(organization);
  if (request === undefined) return null;
  const own = request.requester.memberId === organization.me.memberId;
  return (
    <DrawerFact name={t("pending.fact")}>
      <div className={classes["request"]}>
        <RequestBadge organization={organization} request={request} />
        <span className={classes["quiet"]}>
          {t("pending.by", { name: request.requester.name })} <RelativeTime at={request.expiresAt} />
        </span>
        {own ? (
          <Reason because={online ? null : frame("refusal.offline")}>
            <Button variant="default" size="compact-xs" loading={pending} onClick={() => void cancel(request)}>
              {t("pending.cancel")}
            </Button>
          </Reason>
        ) : (
          <Link to={paths.inbox}>{t("pending.answer")}</Link>
        )}
      </div>
    </DrawerFact>
  );
}
