import { Button } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Fault } from "#contract/fault.ts";
import { CopyButton } from "../CopyButton.tsx";
import classes from "./EmptyState.module.css";
import { faultText } from "./faultText.ts";
import { NeedsConnection } from "./NeedsConnection.tsx";

interface ErrorStateProps {
  readonly fault: Fault;
  /** What could not be done, as a sentence: 'The team could not be loaded'. */
  readonly title?: string;
  /** What is still safe; by default that nothing was changed. */
  readonly safe?: string;
  readonly onRetry?: () => void;
}

/**
 * What happened, what is still safe, another try, and the id under which it was logged. That there is no connection is
 * no error: it is told calmly, and what was asked for comes by itself.
 */
export function ErrorState({ fault, title, safe, onRetry }: ErrorStateProps) {
  const { t } = useTranslation();
  if (fault.kind === "offline") return <NeedsConnection />;
  return (
    <div className={classes["state"]} role="alert" data-whole-page>
      <span className={classes["icon"]} data-tone="red" aria-hidden="true">
        <IconAlertCircle size={20} />
      </span>
      <p className={classes["title"]}>{title ?? t("error.title")}</p>
      <p className={classes["text"]}>
        {faultText(t, fault)} {safe ?? t("error.safe")}
      </p>
      {onRetry ? (
        <Button variant="default" onClick={onRetry}>
          {t("action.retry")}
        </Button>
      ) : null}
      {fault.requestId ? (
        <p className={classes["detail"]}>
          {t("error.requestId", { id: fault.requestId })}
          <CopyButton value={fault.requestId} />
        </p>
      ) : null}
    </div>
  );
}
