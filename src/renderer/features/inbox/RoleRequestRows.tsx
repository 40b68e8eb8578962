import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReceivedRequest } from "#contract/entities/approval.ts";
import { policyOf } from "#domain/policy/policy.ts";
import { nounsOfPolicy } from "#renderer/app/workspaces/policyNouns.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { NamedOrganizationAvatar } from "#renderer/app/organizations/OrganizationAvatar.tsx";
import { Reason } from "#renderer/ui/Reason.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import { ApproveDialog, DeclineDialog } from "./AnswerDialogs.tsx";
import classes from "./Inbox.module.css";
import { isOver } from "./over.ts";
import { wordsOf } from "./words.ts";

/** As many as one line holds; the others are a number. */
const actsAtMost = 3;

type Answer = "approve" | "decline";

/** Requests for roles. The dialog outlives its row: a request that is answered elsewhere meanwhile says so. */
export function RoleRequestRows({ requests }: { requests: readonly ReceivedRequest[] }) {
  const [asked, setAsked] = useState<{ readonly request: ReceivedRequest; readonly answer: Answer } | null>(null);
  const Answering = asked?.answer === "approve" ? ApproveDialog : DeclineDialog;
  return (
    <>
      {requests.map((request) => (
        <RoleRequestRow key={request.id} request={request} onAnswer={(answer) => setAsked({ request, answer })} />
      ))}
      {asked ? (
        <Answering request={asked.request} over={isOver(asked.request, requests)} onClose={() => setAsked(null)} />
      ) : null}
    </>
  );
}

interface RoleRequestRowProps {
  readonly request: ReceivedRequest;
  readonly onAnswer: (answer: Answer) => void;
}

/** Somebody asks the person to give a member a role: who, for whom, in which organization, and what it would mean. */
function RoleRequestRow({ request, onAnswer }: RoleRequestRowProps) {
  const { t } = useTranslation("approvals");
  const { t: frame } = useTranslation("frame");
  const because = useOnline() ? null : frame("refusal.offline");
  const gains = useGains(request);
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
          <Button variant="default" onClick={() => onAnswer("decline")}>
            {t("row.decline")}
          </Button>
        </Reason>
        <Reason because={because}>
          <Button onClick={() => onAnswer("approve")}>{t("row.approve")}</Button>
        </Reason>
      </div>
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
  const words = { name: member.name, acts: new Intl.ListFormat("en", { type }).format(shown) };
  return more > 0 ? t("row.gainsMore", { ...words, count: more }) : t("row.gains", words);
}
