import { Button } from "@mantine/core";
import { IconArrowBackUp, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { RestoreDialog } from "#renderer/app/deletion/RestoreDialog.tsx";
import { Explained } from "#renderer/app/explain/Explained.tsx";
import { policyFor } from "#renderer/bridge/decision.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { FieldRow } from "#renderer/ui/form/FieldRow.tsx";
import { DeleteDialog } from "./DeleteDialog.tsx";

/** Deleting the organization, or while it is held, restoring it. */
export function DeleteRow({ organization }: { organization: Organization }) {
  const { purgeAt } = organization;
  return purgeAt === null ? (
    <Deletable organization={organization} />
  ) : (
    <Held organization={organization} purgeAt={purgeAt} />
  );
}

function Deletable({ organization }: { organization: Organization }) {
  const { t } = useTranslation("deletion");
  const [asking, setAsking] = useState(false);
  const atOnce = policyFor(organization).preset.deletion.mode === "immediate";
  return (
    <FieldRow title={t("row.title")} description={atOnce ? t("row.atOnce") : t("row.text")}>
      <Explained organization={organization} act={{ kind: "use", permission: "organization.delete" }} position="left">
        <Button
          variant="default"
          c="var(--od-red)"
          leftSection={<IconTrash size={16} />}
          onClick={() => setAsking(true)}
        >
          {t("row.open")}
        </Button>
      </Explained>
      {asking ? <DeleteDialog organization={organization} onClose={() => setAsking(false)} /> : null}
    </FieldRow>
  );
}

function Held({ organization, purgeAt }: { organization: Organization; purgeAt: string }) {
  const { t } = useTranslation("deletion");
  const format = useFormat();
  const [restoring, setRestoring] = useState(false);
  return (
    <FieldRow title={t("row.title")} description={t("row.held", { date: format.date(purgeAt) })}>
      <Explained organization={organization} act={{ kind: "restore" }} position="left">
        <Button variant="default" leftSection={<IconArrowBackUp size={16} />} onClick={() => setRestoring(true)}>
          {t("row.restore")}
        </Button>
      </Explained>
      {restoring ? <RestoreDialog organization={organization} onClose={() => setRestoring(false)} /> : null}
    </FieldRow>
  );
}
