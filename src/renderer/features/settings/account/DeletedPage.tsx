import { IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { DeletionCertificate } from "#contract/entities/deletion.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { CopyButton } from "#renderer/ui/CopyButton.tsx";
import { EmptyState } from "#renderer/ui/page/EmptyState.tsx";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { FormSection } from "#renderer/ui/form/FieldRow.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { Page } from "#renderer/ui/page/Page.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import { AccountTabs } from "../tabs/AccountTabs.tsx";
import classes from "./Sessions.module.css";

/** What is left of the organizations that the person owned and that are deleted for good. */
export function DeletedPage() {
  const { t } = useTranslation("settings");
  const { t: words } = useTranslation("deletion");
  const { data, error, refetch } = useOperation("deletion.listCertificates", {});
  return (
    <Page title={t("account.title")} toolbar={<AccountTabs />} layout="prose">
      {error && !data ? <ErrorState fault={error} onRetry={refetch} /> : null}
      {!data && !error ? <Loading lines={3} /> : null}
      {data?.items.length === 0 ? (
        <EmptyState icon={<IconTrash size={20} />} text={words("certificates.empty")} />
      ) : null}
      {data && data.items.length > 0 ? (
        <FormSection description={words("certificates.text")}>
          <ul className={classes["list"]}>
            {data.items.map((one) => (
              <Certificate key={one.organizationId} certificate={one} />
            ))}
          </ul>
        </FormSection>
      ) : null}
    </Page>
  );
}

function Certificate({ certificate }: { certificate: DeletionCertificate }) {
  const { t } = useTranslation("deletion");
  const { name, requestedBy, purgedAt, counts, chainHead, revision } = certificate;
  const parts = {
    members: t("certificates.members", { count: counts.members }),
    workspaces: t("certificates.workspaces", { count: counts.workspaces }),
    invitations: t("certificates.invitations", { count: counts.invitations }),
    events: t("certificates.events", { count: counts.auditEvents }),
  };
  return (
    <li className={classes["row"]}>
      <IconTrash size={18} stroke={1.5} aria-hidden="true" />
      <div className={classes["texts"]}>
        <div className={classes["name"]}>
          <bdi>{name}</bdi>
        </div>
        <div className={classes["detail"]}>
          {purgedAt === null ? t("certificates.underWay") : <RelativeTime at={purgedAt} />} ·{" "}
          {t("certificates.by", { name: requestedBy })} · {t("certificates.counts", parts)}
        </div>
        <div className={classes["detail"]}>
          {t("certificates.head", { revision })} <code>{chainHead.slice(0, 16)}</code>
        </div>
      </div>
      <CopyButton value={JSON.stringify(certificate, null, 2)} label={t("certificates.copy", { organization: name })} />
    </li>
  );
}
