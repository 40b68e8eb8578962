import { Button } from "@mantine/core";
import { IconCheck, IconMinus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { InvitationOutcome } from "#contract/entities/invitation.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { DialogFooter } from "#renderer/ui/dialog/Dialog.tsx";
import classes from "./Invite.module.css";

interface InviteResultProps {
  readonly organization: Organization;
  readonly outcomes: readonly InvitationOutcome[];
  readonly onMore: () => void;
  readonly onClose: () => void;
}

/** What became of each address, those left out first. */
export function InviteResult({ organization, outcomes, onMore, onClose }: InviteResultProps) {
  const { t } = useTranslation("team");
  const { t: common } = useTranslation();
  const policy = policyFor(organization);
  const sent = outcomes.filter(({ result }) => result === "sent").length;
  const ordered = outcomes.toSorted((a, b) => Number(a.result === "sent") - Number(b.result === "sent"));
  return (
    <div className={classes["form"]}>
      <output className={classes["summary"]}>
        {sent === 0
          ? t("invite.nobodyInvited")
          : t("invite.someInvited", { count: sent, skipped: outcomes.length - sent })}
      </output>
      <ul data-scrolls className={classes["outcomes"]}>
        {ordered.map((outcome) => (
          <li key={outcome.email} data-result={outcome.result}>
            {outcome.result === "sent" ? (
              <IconCheck size={16} aria-hidden="true" />
            ) : (
              <IconMinus size={16} aria-hidden="true" />
            )}
            <bdi className={classes["entry"]}>{outcome.email}</bdi>
            <span className={classes["problem"]}>
              {outcome.result === "sent"
                ? t("invite.as", { role: nameOfRole(policy, outcome.invitation.role) })
                : t(`invite.skipped.${outcome.why}`)}
            </span>
          </li>
        ))}
      </ul>
      <DialogFooter>
        <Button variant="default" onClick={onMore}>
          {sent === 0 ? t("invite.back") : t("invite.more")}
        </Button>
        <Button data-autofocus onClick={onClose}>
          {common("action.close")}
        </Button>
      </DialogFooter>
    </div>
  );
}
