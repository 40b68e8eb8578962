import { Button, Input, Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { formerOwnerRole } from "#domain/ownership.ts";
import { roleOf } from "#domain/policy/policy.ts";
import { PersonPicker } from "#renderer/app/people/PersonPicker.tsx";
import { PreviewPanel } from "#renderer/app/preview/PreviewPanel.tsx";
import { usePreviewedCommand } from "#renderer/app/preview/usePreviewedCommand.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { DecisionDialog } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { PersonName } from "#renderer/ui/people/PersonName.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import classes from "./Danger.module.css";
import { useTransferImpact, type FormerOwner } from "./useTransferImpact.tsx";

interface TransferDialogProps {
  readonly organization: Organization;
  readonly onClose: () => void;
}

/** Who takes over, what becomes of oneself, and what that means, before the offer is sent. */
export function TransferDialog({ organization, onClose }: TransferDialogProps) {
  const { t } = useTranslation("ownership");
  const { id: organizationId, name } = organization;
  const [heir, setHeir] = useState<Member | null>(null);
  const [formerOwner, setFormerOwner] = useState<FormerOwner>("stays");
  const impact = useTransferImpact(heir, formerOwner);
  const { previewed, decision } = usePreviewedCommand(
    organizationId,
    "ownership.startTransfer",
    heir && { toMemberId: heir.id, formerOwner },
    ({ to }) => {
      toastDone({ message: t("start.done", { to: to.name, organization: name }) });
      onClose();
    },
  );
  return (
    <DecisionDialog
      opened
      tone="danger"
      title={t("start.title", { organization: name })}
      confirmLabel={t("start.confirm")}
      {...decision}
      onClose={onClose}
    >
      <Stack gap="md">
        <Heir organization={organization} heir={heir} onChange={setHeir} />
        <FormerOwnerChoice organization={organization} value={formerOwner} onChange={setFormerOwner} />
        {heir ? <PreviewPanel organization={organization} previewed={previewed} also={impact} /> : null}
      </Stack>
    </DecisionDialog>
  );
}

interface HeirProps {
  readonly organization: Organization;
  readonly heir: Member | null;
  readonly onChange: (heir: Member | null) => void;
}

function Heir({ organization, heir, onChange }: HeirProps) {
  const { t } = useTranslation("ownership");
  return (
    <Input.Wrapper label={t("start.who")} labelElement="div">
      {heir ? (
        <div className={classes["heir"]}>
          <PersonName id={heir.accountId} name={heir.name} detail={heir.email} />
          <Button variant="subtle" size="xs" onClick={() => onChange(null)}>
            {t("start.another")}
          </Button>
        </div>
      ) : (
        <PersonPicker
          organizationId={organization.id}
          except={[organization.me.memberId]}
          label={t("start.find")}
          nobody={t("start.nobody")}
          onPick={onChange}
        />
      )}
    </Input.Wrapper>
  );
}

interface FormerOwnerChoiceProps {
  readonly organization: Organization;
  readonly value: FormerOwner;
  readonly onChange: (value: FormerOwner) => void;
}

/** One's own organization is always one's own, so there staying is the only way (`requirements/002…`). */
function FormerOwnerChoice({ organization, value, onChange }: FormerOwnerChoiceProps) {
  const { t } = useTranslation("ownership");
  const policy = policyFor(organization);
  const stays = t("start.stays", { role: roleOf(policy, formerOwnerRole(policy))?.name ?? "" });
  if (organization.personal) {
    return (
      <Input.Wrapper label={t("start.afterwards")} labelElement="div">
        <div>{stays}</div>
      </Input.Wrapper>
    );
  }
  return (
    <Radio.Group
      label={t("start.afterwards")}
      value={value}
      onChange={(chosen) => onChange(chosen === "leaves" ? "leaves" : "stays")}
    >
      <Stack gap={6} mt={4}>
        <Radio value="stays" label={stays} />
        <Radio value="leaves" label={t("start.leaves")} />
      </Stack>
    </Radio.Group>
  );
}
