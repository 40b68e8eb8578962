import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { useWitness } from "#renderer/app/witness/useWitness.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { useNow } from "#renderer/ui/useNow.ts";
import classes from "./Audit.module.css";

/** Up to where this desktop itself has computed the chain, beside what the server says of it. */
export function WitnessedUpTo({ organization }: { organization: Organization }) {
  const { t } = useTranslation("witness");
  const format = useFormat();
  const now = useNow();
  const status = useWitness(organization);
  if (!status) return null;
  const { alarm, verified } = status;
  if (alarm) {
    const { revision } = alarm;
    return (
      <span className={classes["chainState"]} data-tone="red">
        {revision === null ? t("unsure") : t("differs", { revision })}
      </span>
    );
  }
  if (!verified) return null;
  const when = format.relative(verified.at, now) ?? t("time.now", { ns: "common" });
  return (
    <span className={classes["chainState"]} data-usual>
      {t("verified", { revision: verified.revision, when })}
    </span>
  );
}
