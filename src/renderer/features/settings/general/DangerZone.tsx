import { Button, Stack } from "@mantine/core";
import { IconDoorExit, IconKey, IconMail, IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { Fault } from "#contract/fault.ts";
import { roleOf } from "#domain/policy/policy.ts";
import { Explained } from "#renderer/app/explain/Explained.tsx";
import { PreviewPanel } from "#renderer/app/preview/PreviewPanel.tsx";
import { usePreview } from "#renderer/app/preview/usePreview.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { DecisionDialog, type Impact } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { FieldRow, FormSection } from "#renderer/ui/form/FieldRow.tsx";
import { DeleteRow } from "../danger/DeleteRow.tsx";
import { TransferRow } from "../danger/TransferRow.tsx";

/** Leaving the organization: what it costs is shown first, and the last owner is told why it cannot be. */
export function DangerZone({ organization }: { organization: Organization }) {
  const { t } = useTranslation("settings");
  const [asking, setAsking] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const { name } = organization;
  const previewed = usePreview(organization.id, asking ? { operation: "member.leave", input: {} } : null);
  const leave = useCommand("member.leave", {
    // The frame says that the membership has ended and moves on, as for any other end of one.
    onDone: () => setAsking(false),
    onFault: (refused) => {
      previewed.again();
      setFault(refused);
    },
  });
  const impact = useImpact(organization);
  const open = () => {
    setFault(null);
    setAsking(true);
  };
  return (
    <FormSection title={t("leave.zone")} tone="danger">
      <TransferRow organization={organization} />
      <FieldRow title={t("leave.title")} description={t("leave.text")}>
        <Explained organization={organization} act={{ kind: "leave" }} position="left">
          <Button variant="default" c="var(--od-red)" leftSection={<IconDoorExit size={16} />} onClick={open}>
            {t("leave.open")}
          </Button>
        </Explained>
      </FieldRow>
      <DeleteRow organization={organization} />
      <DecisionDialog
        opened={asking}
        tone="danger"
        title={t("leave.ask", { name })}
        confirmLabel={t("leave.confirm")}
        cancelLabel={t("leave.stay")}
        pending={leave.pending}
        fault={fault}
        ready={previewed.ready}
        onConfirm={() => void leave.run({ organizationId: organization.id }, previewed.basis)}
        onClose={() => setAsking(false)}
      >
        <Stack gap={16}>
          {t("leave.what", { name })}
          <PreviewPanel organization={organization} previewed={previewed} also={impact} />
        </Stack>
      </DecisionDialog>
    </FormSection>
  );
}

function useImpact(organization: Organization): Impact[] {
  const { t } = useTranslation("settings");
  const { name, memberCount, owners, me } = organization;
  const role = roleOf(policyFor(organization), me.role);
  const staying = memberCount - 1;
  const ownersLeft = owners - (role?.ownerClass ? 1 : 0);
  return [
    { id: "access", icon: <IconKey size={16} />, text: t("leave.access", { role: role?.name ?? me.role, name }) },
    { id: "people", icon: <IconUsers size={16} />, text: t("leave.people", { count: staying, owners: ownersLeft }) },
    { id: "return", icon: <IconMail size={16} />, text: t("leave.return") },
  ];
}
