import { useState } from "react";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Fault } from "#contract/fault.ts";
import { UnsentReviews } from "#renderer/app/signOut/UnsentReviews.tsx";
import { useUnsent } from "#renderer/app/signOut/useUnsent.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { DecisionDialog } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { FieldRow, FormSection } from "#renderer/ui/form/FieldRow.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { Reason } from "#renderer/ui/Reason.tsx";
import classes from "./Sessions.module.css";
import { SessionRow } from "./SessionRow.tsx";

/** Every place where the person is signed in, this one first. */
export function Sessions() {
  const { t } = useTranslation("settings");
  const { t: frame } = useTranslation("frame");
  const online = useOnline();
  const unsent = useUnsent();
  const { data, error, refetch } = useOperation("session.list", {});
  const [asking, setAsking] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const signOut = useCommand("session.signOut", { onFault: setFault });
  const ask = () => {
    setFault(null);
    setAsking(true);
  };
  const sessions = data?.items.toSorted((a, b) => Number(b.current) - Number(a.current));
  return (
    <FormSection title={t("sessions.title")} description={t("sessions.text")}>
      {error && !data ? <ErrorState fault={error} onRetry={refetch} /> : null}
      {!data && !error ? (
        <div className={classes["loading"]}>
          <Loading lines={3} />
        </div>
      ) : null}
      {sessions ? (
        <ul className={classes["list"]}>
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
      ) : null}
      <FieldRow title={t("sessions.everywhere")} description={t("sessions.everywhereText")}>
        <Reason because={online ? null : frame("refusal.offline")} position="left">
          <Button variant="default" onClick={ask}>
            {t("sessions.everywhere")}
          </Button>
        </Reason>
      </FieldRow>
      <DecisionDialog
        opened={asking}
        tone="danger"
        title={t("sessions.everywhere")}
        confirmLabel={t("sessions.everywhere")}
        pending={signOut.pending}
        fault={fault}
        onConfirm={() => void signOut.run({ everywhere: true })}
        onClose={() => setAsking(false)}
      >
        {t("sessions.ask", { count: sessions?.length ?? 1 })}
        <UnsentReviews reviews={unsent} />
      </DecisionDialog>
    </FormSection>
  );
}
