import { Button } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconBraces, IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import { asJson } from "./rowActions.tsx";

/** Takes the whole event along as JSON. */
export function CopyEvent({ event }: { event: AuditEvent }) {
  const { t } = useTranslation("audit");
  const { copied, copy } = useClipboard({ timeout: 2000 });
  return (
    <Button
      variant="default"
      leftSection={copied ? <IconCheck size={16} /> : <IconBraces size={16} />}
      onClick={() => copy(asJson(event))}
    >
      {copied ? t("row.copied") : t("row.copy")}
    </Button>
  );
}
