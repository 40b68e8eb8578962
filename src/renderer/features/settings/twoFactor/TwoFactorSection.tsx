import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TwoFactorSecret } from "#contract/entities/twoFactor.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { FieldRow, FormSection } from "#renderer/ui/form/FieldRow.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { Reason } from "#renderer/ui/Reason.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import { isFocusLost } from "#renderer/ui/keyboard/keyboardFocus.ts";
import { RecoveryCodesDialog } from "./RecoveryCodesDialog.tsx";
import { SetUpDialog } from "./SetUpDialog.tsx";
import { TwoFactorDecision, type Asked } from "./TwoFactorDecision.tsx";

/** Whether signing in takes a code besides the password, and what belongs to it. */
export function TwoFactorSection() {
  const { t } = useTranslation("settings");
  const { t: frame } = useTranslation("frame");
  const offline = useOnline() ? null : frame("refusal.offline");
  const { data, error, refetch } = useOperation("twoFactor.get", {});
  const [asked, setAsked] = useState<Asked | null>(null);
  const [secret, setSecret] = useState<TwoFactorSecret | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const section = useRef<HTMLDivElement>(null);
  // One dialog leads to the next, and the button that began may be another by the end.
  const end = (close: () => void) => () => {
    close();
    setTimeout(() => isFocusLost() && section.current?.querySelector("button")?.focus());
  };
  const button = (what: Asked, label: string) => (
    <Reason because={offline} position="left">
      <Button variant="default" onClick={() => setAsked(what)}>
        {label}
      </Button>
    </Reason>
  );
  const show = (recoveryCodes: readonly string[]) => {
    setSecret(null);
    setCodes(recoveryCodes);
  };
  return (
    <div ref={section}>
      <FormSection title={t("twoFactor.title")} description={t("twoFactor.text")}>
        {error && !data ? <ErrorState fault={error} onRetry={refetch} /> : null}
        {!data && !error ? <Loading lines={1} /> : null}
        {data?.since === null ? (
          <FieldRow title={t("twoFactor.off")} description={t("twoFactor.offText")}>
            {button("begin", t("twoFactor.turnOn"))}
          </FieldRow>
        ) : null}
        {data && data.since !== null ? (
          <>
            <FieldRow title={t("twoFactor.on")} description={<Since at={data.since} />}>
              {button("disable", t("twoFactor.turnOff"))}
            </FieldRow>
            <FieldRow
              title={t("twoFactor.recovery")}
              description={t("twoFactor.recoveryLeft", { count: data.recoveryCodesLeft })}
            >
              {button("renew", t("twoFactor.renew"))}
            </FieldRow>
          </>
        ) : null}
        {asked ? (
          <TwoFactorDecision asked={asked} onSecret={setSecret} onCodes={show} onClose={() => setAsked(null)} />
        ) : null}
        {secret ? <SetUpDialog secret={secret} onDone={show} onClose={end(() => setSecret(null))} /> : null}
        {codes ? <RecoveryCodesDialog codes={codes} onClose={end(() => setCodes(null))} /> : null}
      </FormSection>
    </div>
  );
}

function Since({ at }: { readonly at: string }) {
  const { t } = useTranslation("settings");
  return (
    <>
      {t("twoFactor.since")} <RelativeTime at={at} />
    </>
  );
}
