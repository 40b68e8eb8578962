import { Button } from "@mantine/core";
import { IconDoorExit } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { Explained } from "#renderer/app/explain/Explained.tsx";
import { LeaveDialog } from "#renderer/app/leave/LeaveDialog.tsx";
import { FieldRow, FormSection } from "#renderer/ui/form/FieldRow.tsx";
import { DeleteRow } from "../danger/DeleteRow.tsx";
import { TransferRow } from "../danger/TransferRow.tsx";

/** Handing the organization over, leaving it and deleting it; each shows first what it costs. */
export function DangerZone({ organization }: { organization: Organization }) {
  const { t } = useTranslation("settings");
  const [leaving, setLeaving] = useState(false);
  return (
    <FormSection title={t("leave.zone")} tone="danger">
      <TransferRow organization={organization} />
      <FieldRow title={t("leave.title")} description={t("leave.text")}>
        <Explained organization={organization} act={{ kind: "leave", ends: organization.me.ends }} position="left">
          <Button
            variant="default"
            c="var(--od-red)"
            leftSection={<IconDoorExit size={16} />}
            onClick={() => setLeaving(true)}
          >
            {t("leave.open")}
          </Button>
        </Explained>
      </FieldRow>
      <DeleteRow organization={organization} />
      {leaving ? <LeaveDialog organization={organization} onClose={() => setLeaving(false)} /> : null}
    </FormSection>
  );
}
