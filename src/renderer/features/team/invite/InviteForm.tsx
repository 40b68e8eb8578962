import { Button, Textarea } from "@mantine/core";
import { useState, type FormEvent, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { InvitationOutcome } from "#contract/entities/invitation.ts";
import type { Organization } from "#contract/entities/organization.ts";
import type { Fault } from "#contract/fault.ts";
import { parseInvitationList } from "#domain/invitationList.ts";
import { assignableRoles, hasPermission } from "#domain/policy/policy.ts";
import { LastDayField } from "#renderer/app/days/LastDayField.tsx";
import { untilOf } from "#renderer/app/days/lastDay.ts";
import { useRefusal } from "#renderer/app/explain/useRefusal.tsx";
import { givenBy, isComplete } from "#renderer/app/workspaces/access.ts";
import { AccessEditor } from "#renderer/app/workspaces/AccessEditor.tsx";
import { nounsOf } from "#renderer/app/workspaces/nouns.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { DialogFooter } from "#renderer/ui/dialog/Dialog.tsx";
import { FaultNotice } from "#renderer/ui/page/FaultNotice.tsx";
import { Reason } from "#renderer/ui/Reason.tsx";
import { RoleChoice } from "../RoleChoice.tsx";
import { useInviteDraft } from "./draft.ts";
import classes from "./Invite.module.css";
import { invitationsAtMost, isGood } from "./list.ts";
import { ListProblems } from "./ListProblems.tsx";
import { outcomesOfRefusal } from "./outcomes.ts";
import { SeatsNote } from "./SeatsNote.tsx";

interface InviteFormProps {
  readonly organization: Organization;
  readonly onDone: (outcomes: readonly InvitationOutcome[]) => void;
  /** To people from a file. */
  readonly onImport: () => void;
  readonly onCancel: () => void;
}

/** Addresses, one role, a message. */
export function InviteForm({ organization, onDone, onImport, onCancel }: InviteFormProps) {
  const { t } = useTranslation("team");
  const { t: common } = useTranslation();
  const { t: workspaces } = useTranslation("workspaces");
  const policy = policyFor(organization);
  const { draft, change, clear } = useInviteDraft(organization.id);
  const [fault, setFault] = useState<Fault | null>(null);
  const roles = assignableRoles(policy, organization.me.role);
  const preferred = draft.role ?? policy.preset.defaultInvitationRole;
  const role = roles.find(({ key }) => key === preferred)?.key ?? roles.at(-1)?.key ?? "";
  const takesAccess = !hasPermission(policy, role, "workspace.viewAll");
  const lines = parseInvitationList(draft.list);
  const emails = lines.filter(isGood).map(({ email }) => email);
  const count = emails.length;

  const send = useCommand("invitation.send", {
    onDone: ({ outcomes }) => {
      clear();
      onDone(outcomes);
    },
    onFault: (failed) => {
      const outcomes = outcomesOfRefusal(failed, emails);
      if (outcomes) onDone(outcomes);
      else setFault(failed);
    },
  });
  const refused = useRefusal(organization)({ kind: "invite", role });
  const because = refused.reason ?? missing();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (because !== null || send.pending) return;
    setFault(null);
    const access = takesAccess ? { workspaceAccess: givenBy(draft.access) } : {};
    const until = untilOf(draft.lastDay, organization.timeZone);
    const end = until === null ? {} : { accessUntil: until };
    void send.run({ organizationId: organization.id, emails, role, message: draft.message, ...end, ...access });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
  };

  return (
    <form className={classes["form"]} onSubmit={submit} noValidate>
      <FaultNotice fault={fault} />
      <div>
        <Textarea
          label={t("invite.addresses")}
          description={t("invite.addressesHint")}
          placeholder={t("invite.placeholder")}
          data-autofocus
          rows={3}
          classNames={{ input: classes["list"] ?? "" }}
          spellCheck={false}
          autoCapitalize="none"
          value={draft.list}
          onChange={(event) => change({ list: event.currentTarget.value })}
          onKeyDown={onKeyDown}
        />
        <ListProblems text={draft.list} />
      </div>
      <RoleChoice label={t("column.role")} roles={roles} value={role} onChange={(key) => change({ role: key })} />
      {takesAccess ? (
        <AccessEditor organization={organization} value={draft.access} onChange={(access) => change({ access })} />
      ) : null}
      <Textarea
        label={t("invite.message")}
        description={t("invite.messageHint")}
        rows={2}
        classNames={{ input: classes["note"] ?? "" }}
        maxLength={1000}
        value={draft.message}
        onChange={(event) => change({ message: event.currentTarget.value })}
        onKeyDown={onKeyDown}
      />
      <LastDayField
        organization={organization}
        label={t("invite.lastDay")}
        description={t("invite.lastDayHint")}
        value={draft.lastDay}
        onChange={(lastDay) => change({ lastDay })}
      />
      <SeatsNote organization={organization} inviting={count} />
      <DialogFooter pending={send.pending}>
        <Button variant="subtle" mr="auto" onClick={onImport} disabled={send.pending}>
          {t("import.open")}
        </Button>
        <Button variant="default" onClick={onCancel} disabled={send.pending}>
          {common("action.cancel")}
        </Button>
        <Reason because={because} explanation={refused.explanation}>
          <Button type="submit" loading={send.pending}>
            {t("invite.submit", { count })}
          </Button>
        </Reason>
      </DialogFooter>
    </form>
  );

  function missing(): string | null {
    if (takesAccess && !isComplete(draft.access)) return workspaces("access.chooseOne", nounsOf(organization));
    if (count === 0) return lines.length === 0 ? t("invite.nobodyYet") : t("invite.nobodyValid");
    return count > invitationsAtMost ? t("invite.tooMany", { most: invitationsAtMost, count }) : null;
  }
}
