import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { InvitationOutcome } from "#contract/entities/invitation.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { hasPermission } from "#domain/policy/policy.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { useJobs } from "../bulk/useJobs.ts";
import { useRunQuietly } from "../bulk/useRunQuietly.ts";
import { invitationRow } from "../people.ts";
import { toastUndoable } from "../undo.ts";
import { InviteDialog } from "./InviteDialog.tsx";

/** The invite dialog as long as the address asks for it. */
export function Inviting({ organization }: { organization: Organization }) {
  const { t } = useTranslation("team");
  const { t: common } = useTranslation();
  const jobs = useJobs(organization);
  const runQuietly = useRunQuietly(organization.id);
  const [params, setParams] = useSearchParams();
  const permitted = hasPermission(policyFor(organization), organization.me.role, "member.invite");
  if (!params.has("invite") || !permitted) return null;

  const close = () =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete("invite");
        return next;
      },
      { replace: true },
    );
  const sent = (outcomes: readonly InvitationOutcome[]) => {
    close();
    const rows = outcomes.flatMap((outcome) => (outcome.result === "sent" ? [invitationRow(outcome.invitation)] : []));
    const [first] = rows;
    if (!first) return;
    const message = t("invite.done", { count: rows.length, email: first.invitation.email });
    toastUndoable(organization.id, message, common("action.undo"), () => runQuietly(jobs.revoke(rows)));
  };
  return <InviteDialog organization={organization} onSent={sent} onClose={close} />;
}
