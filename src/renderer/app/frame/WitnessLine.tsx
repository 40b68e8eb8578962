import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { later } from "#renderer/ui/later.tsx";
import { StatusLine } from "#renderer/ui/page/StatusLine.tsx";
import { useWitness } from "../witness/useWitness.ts";

const AlarmDialog = later(async () => (await import("../witness/AlarmDialog.tsx")).AlarmDialog);

/** What this desktop found wrong with the audit log, until somebody answers for it. */
export function WitnessLine({ organization }: { organization: Organization }) {
  const { t } = useTranslation("witness");
  const [asking, setAsking] = useState(false);
  const alarm = useWitness(organization)?.alarm;
  if (!alarm) return null;
  const { kind, revision } = alarm;
  const button = (
    <Button size="compact-xs" variant="default" onClick={() => setAsking(true)}>
      {t("line.open")}
    </Button>
  );
  return (
    <>
      <StatusLine tone="alarm" action={button}>
        {t(`line.${kind}`, { organization: organization.name, revision: revision ?? 0 })}
      </StatusLine>
      {asking ? <AlarmDialog organization={organization} alarm={alarm} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
