import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { useWitness } from "#renderer/app/witness/useWitness.ts";
import { Fingerprint } from "#renderer/ui/Fingerprint.tsx";
import classes from "./SecurityLog.module.css";

/** The key by which this desktop knows the server, for whoever compares it or checks evidence with it. */
export function SigningKey({ organization }: { organization: Organization }) {
  const { t } = useTranslation("witness");
  const status = useWitness(organization);
  if (!status) return null;
  const { signedBy, alarm } = status;
  return (
    <section className={classes["key"]} aria-label={t("key.title")}>
      <h2>{t("key.title")}</h2>
      {signedBy === null ? <p>{t("key.none")}</p> : <Fingerprint value={signedBy} />}
      <p>{t(alarm === null ? "key.text" : "key.alarm")}</p>
    </section>
  );
}
