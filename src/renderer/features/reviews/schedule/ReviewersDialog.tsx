import { Button, Input } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import type { ReviewSchedule } from "#contract/entities/reviewSchedule.ts";
import type { Fault } from "#contract/fault.ts";
import { isOwnerClass } from "#domain/policy/policy.ts";
import { mayReview } from "#domain/review/decisions.ts";
import { mostReviewers } from "#domain/review/reviewers.ts";
import { PersonPicker } from "#renderer/app/people/PersonPicker.tsx";
import { useCommand } from "#renderer/bridge/commands.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { CommandButton } from "#renderer/ui/CommandButton.tsx";
import { Dialog, DialogFooter } from "#renderer/ui/dialog/Dialog.tsx";
import { FaultNotice } from "#renderer/ui/page/FaultNotice.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import classes from "../Reviews.module.css";
import { ReviewerRow } from "./ReviewerRow.tsx";

type Reviewer = ReviewSchedule["reviewers"][number];

interface ReviewersDialogProps {
  readonly organization: Organization;
  readonly reviewers: readonly Reviewer[];
  readonly onClose: () => void;
}

/** Names who is reminded besides the owners. Only the difference is sent, so that two who do this at once both get it. */
export function ReviewersDialog({ organization, reviewers, onClose }: ReviewersDialogProps) {
  const { t } = useTranslation("reviews");
  const { t: common } = useTranslation();
  const [draft, setDraft] = useState<readonly Reviewer[]>(reviewers);
  const [fault, setFault] = useState<Fault | null>(null);
  const roles = useReviewingRoles(organization);
  const change = useCommand("reviewSchedule.changeReviewers", {
    onDone: () => {
      toastDone({ message: t("schedules.reviewers.done", { organization: organization.name }) });
      onClose();
    },
    onFault: setFault,
  });
  const named = draft.map(({ memberId }) => memberId);
  const add = missingFrom(named, reviewers);
  const remove = missingFrom(
    reviewers.map(({ memberId }) => memberId),
    draft,
  );
  const pick = ({ id, accountId, name }: Member) =>
    setDraft([...draft, { memberId: id, accountId, name, state: "reminded" }]);
  return (
    <Dialog title={t("schedules.reviewers.title", { organization: organization.name })} onClose={onClose}>
      <p className={classes["lead"]}>{t("schedules.reviewers.what")}</p>
      <FaultNotice fault={fault} />
      <ul className={classes["reviewers"]} aria-label={t("schedules.reviewers.list")}>
        {draft.map((reviewer) => (
          <ReviewerRow
            key={reviewer.memberId}
            reviewer={reviewer}
            onRemove={() => setDraft(draft.filter(({ memberId }) => memberId !== reviewer.memberId))}
          />
        ))}
      </ul>
      {draft.length >= mostReviewers ? (
        <p className={classes["lead"]}>{t("schedules.reviewers.most", { most: mostReviewers })}</p>
      ) : (
        <Input.Wrapper label={t("schedules.reviewers.add")} labelElement="div">
          <PersonPicker
            organizationId={organization.id}
            label={t("schedules.reviewers.find")}
            nobody={t("schedules.reviewers.nobody")}
            roles={roles}
            except={named}
            onPick={pick}
          />
        </Input.Wrapper>
      )}
      <DialogFooter pending={change.pending}>
        <Button variant="default" onClick={onClose} disabled={change.pending}>
          {common("action.cancel")}
        </Button>
        <CommandButton
          loading={change.pending}
          disabled={add.length + remove.length === 0}
          onClick={() => void change.run({ organizationId: organization.id, add, remove })}
        >
          {t("schedules.reviewers.confirm")}
        </CommandButton>
      </DialogFooter>
    </Dialog>
  );
}

const missingFrom = (ids: readonly string[], people: readonly Reviewer[]): string[] =>
  ids.filter((id) => !people.some(({ memberId }) => memberId === id));

/** The roles whose holders may review and are not reminded anyway. */
function useReviewingRoles(organization: Organization): readonly string[] {
  return useMemo(() => {
    const policy = policyFor(organization);
    return [...policy.roles.keys()].filter((role) => mayReview(policy, role) && !isOwnerClass(policy, role));
  }, [organization]);
}
