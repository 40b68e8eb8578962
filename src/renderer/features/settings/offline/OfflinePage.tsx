import { useTranslation } from "react-i18next";
import { useDesktop } from "#renderer/bridge/desktop.ts";
import { useDesktopEvent } from "#renderer/bridge/events.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { FormSection } from "#renderer/ui/form/FieldRow.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { Page } from "#renderer/ui/page/Page.tsx";
import { AccountTabs } from "../tabs/AccountTabs.tsx";
import { ChoiceFields } from "./ChoiceFields.tsx";
import { Hindered } from "./Hindered.tsx";
import { PassphraseSection } from "./PassphraseSection.tsx";
import { RemoveRow } from "./RemoveRow.tsx";
import { Stored } from "./Stored.tsx";
import classes from "./Stored.module.css";

/** What this computer keeps for working without a connection. */
export function OfflinePage() {
  const { t } = useTranslation("offline");
  const { t: settings } = useTranslation("settings");
  const passphrase = useDesktop((state) => state.passphrase);
  const { data, error, refetch } = useOperation("offline.get", {}, { anew: true });
  useDesktopEvent("snapshot", refetch);
  return (
    <Page title={settings("account.title")} toolbar={<AccountTabs />} layout="prose">
      {error && !data ? <ErrorState fault={error} onRetry={refetch} /> : null}
      {!data && !error ? <Loading lines={6} /> : null}
      {data ? (
        <>
          {data.hindered.length === 0 ? null : (
            <div className={classes["strip"]}>
              <Hindered hindered={data.hindered} onTried={refetch} />
            </div>
          )}
          <FormSection description={`${t("settings.text")} ${t(`settings.where.${data.kept}`)}`}>
            <ChoiceFields choice={data.choice} onChosen={refetch} />
          </FormSection>
          {passphrase === "unneeded" ? null : <PassphraseSection set={passphrase === "open"} onChanged={refetch} />}
          <FormSection tone="danger">
            <RemoveRow onRemoved={refetch} />
          </FormSection>
          <Stored data={data} />
        </>
      ) : null}
    </Page>
  );
}
