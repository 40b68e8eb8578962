import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Fault } from "#contract/fault.ts";
import { faultText } from "../page/faultText.ts";
import { StatusLine } from "../page/StatusLine.tsx";

interface StaleNoticeProps {
  readonly fault: Fault;
  /** What the rows are, as the table is called. */
  readonly label: string;
  readonly onRetry: (() => void) | undefined;
}

/** Above rows at hand, where the server did not answer about them or about those that follow. */
export function StaleNotice({ fault, label, onRetry }: StaleNoticeProps) {
  const { t } = useTranslation();
  const again = (
    <Button variant="default" size="compact-xs" onClick={onRetry}>
      {t("action.retry")}
    </Button>
  );
  return (
    <StatusLine tone="warning" action={onRetry ? again : null}>
      {t("error.stale", { what: label })} {faultText(t, fault)}{" "}
      {fault.requestId ? t("error.requestId", { id: fault.requestId }) : null}
    </StatusLine>
  );
}
