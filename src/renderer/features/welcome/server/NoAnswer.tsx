import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ServerChoice } from "#contract/desktop.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { StatusLine } from "#renderer/ui/page/StatusLine.tsx";

interface NoAnswerProps {
  readonly server: ServerChoice;
  readonly onRetry: () => void;
}

/** Said above the form while the chosen server does not answer; what was typed stays. */
export function NoAnswer({ server, onRetry }: NoAnswerProps) {
  const { t } = useTranslation("welcome");
  if (useOnline()) return null;
  const host = server.kind === "remote" ? new URL(server.url).host : "";
  return (
    <StatusLine
      tone="warning"
      action={
        <Button size="compact-xs" variant="default" onClick={onRetry}>
          {t("failed.again")}
        </Button>
      }
    >
      {t(`failed.${server.kind}`, { server: host })}
    </StatusLine>
  );
}
