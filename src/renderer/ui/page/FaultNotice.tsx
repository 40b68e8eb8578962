import { IconAlertCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Fault } from "#contract/fault.ts";
import classes from "./FaultNotice.module.css";
import { faultText } from "./faultText.ts";

/** What a person cannot mend; only then does the id help, to whoever can. */
const unexpected: ReadonlySet<Fault["kind"]> = new Set(["internal", "unavailable"]);

/** What went wrong with a whole form, above its fields. */
export function FaultNotice({ fault, text }: { fault: Fault | null; text?: string | undefined }) {
  const { t } = useTranslation();
  if (!fault) return null;
  return (
    <div role="alert" className={classes["notice"]}>
      <IconAlertCircle size={16} aria-hidden="true" />
      <span>
        {text ?? faultText(t, fault)}
        {fault.requestId && unexpected.has(fault.kind) ? (
          <span className={classes["id"]}>{t("error.requestId", { id: fault.requestId })}</span>
        ) : null}
      </span>
    </div>
  );
}
