import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReceivedRequest } from "#contract/entities/approval.ts";
import { policyOf } from "#domain/policy/policy.ts";
import { nounsOfPolicy } from "#renderer/app/workspaces/policyNouns.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { NamedOrganizationAvatar } from "#renderer/app/organizations/OrganizationAvatar.tsx";
import { inSentence } from "#renderer/i18n/inSentence.ts";
import { Reason } from "#renderer/ui/Reason.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import { ApproveDialog, DeclineDialog } from "./AnswerDialogs.tsx";
import classes from "./Inbox.module.css";
import { wordsOf } from "./words.ts";

/** As many as one line holds; the others are a number. */
const actsAtMost = 3;

/** Somebody asks the person to give a member a role: who, for whom, in which organization, and what it would mean. */
export function RoleRequestRow({ request }: { request: ReceivedRequest }) {
  const { t } = useTranslation("approvals");
  const { t: frame } = useTranslation("frame");
  const [answering, setAnswering] = useState<"approve" | "decline" | null>(null);
  const because = useOnline() ? null : frame("refusal.offline");
  const gains = useGains(request);
  const close = () => setAnswering(null);
  return (
    <li className={classes["row"]}>
      <NamedOrganizationAvatar id={request.organizationId} name={request.organizationName} size={36} />
      <div className={classes["texts"]}>
        <div className={classes["name"]} dir="auto">
          {request.organizationName}
        </div>
        <div>{t("row.text", wordsOf(request))}</div>
        {request.reason ? (
          <blockquote className={classes["message"]} dir="auto">
            {request.reason}
          </blockquote>
        ) : null}
        {gains ? <div className={classes["detail"]}>{gains}</div> : null}
        <div className={classes["detail"]}>
          {t("row.ends")} <RelativeTime at={request.expiresAt} />
        </div>
      </div>
      <div className={classes["actions"]}>
        <Reason because={because}>
          <Button variant="default" onClick={() => setAnswering("decline")}>
            {t("row.decline")}
          </Button>
        </Reason>
        <Reason because={because}>
          <Button onClick={() => setAnswering("approve")}>{t("row.approve")}</Button>
        </Reason>
      </div>
      {answering === "approve" ? <ApproveDialog request={request} onClose={close} /> : null}
      {answering === "decline" ? <DeclineDialog request={request} onClose={close} /> : null}
    </li>
  );
}

/** 'Dana could then invite people, edit brands and remove members, and 4 things more.' Null: nothing new. */
function useGains({ member, gains, preset }: ReceivedRequest): string | null {
  const { t } = useTranslation("approvals");
  const { t: frame } = useTranslation("frame");
  if (gains.length === 0) return null;
  const nouns = nounsOfPolicy(policyOf(preset));
  const shown = gains.slice(0, actsAtMost).map((permission) => frame(`permission.${permission}`, nouns));
  const more = gains.length - shown.length;
  const type = more > 0 ? "unit" : "conjunction";
  const words = { name: inSentence(member.name), acts: new Intl.ListFormat("en", { type }).format(shown) };
  return more > 0 ? t("row.gainsMore", { ...words, count: more }) : t("row.gains", words);
}
