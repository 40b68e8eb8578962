import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate } from "react-router";
import type { Fault } from "#contract/fault.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { CodeField } from "#renderer/ui/form/CodeField.tsx";
import { Form } from "#renderer/ui/form/Form.tsx";
import { useLeft } from "../attempt.ts";
import { codeFaultText } from "../code/codeFaultText.ts";
import { LocalMailPanel } from "../code/LocalMailPanel.tsx";
import { Resend } from "../code/Resend.tsx";
import { LinkTo } from "../LinkTo.tsx";
import { places } from "../places.ts";
import { Screen } from "../Screen.tsx";
import classes from "../Welcome.module.css";

/** The code that proves the address; the last digit sends it. */
export function VerifySignUp() {
  const { attemptId, email, name } = useLeft();
  if (attemptId === undefined) return <Navigate to={places.signUp} replace />;
  return <Verify signUpId={attemptId} email={email} name={name} />;
}

function Verify({ signUpId, email, name }: { signUpId: string; email: string; name: string }) {
  const { t } = useTranslation("welcome");
  const [code, setCode] = useState("");
  const [tries, setTries] = useState(0);
  const [error, setError] = useState<string | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const resend = useCommand("account.resendCode", { onFault: setFault });
  const verify = useCommand("session.verify", {
    onFault: (failed) => {
      const text = codeFaultText(t, failed);
      setError(text);
      setFault(text === null ? failed : null);
      setCode("");
      setTries((count) => count + 1);
    },
  });
  const send = (full: string) => {
    setCode(full);
    if (full.length < 6) setError(t("missing.code"));
    else if (!verify.pending) void verify.run({ signUpId, code: full });
  };
  return (
    <Screen title={t("code.title")} text={t("code.sent", { email })}>
      <Form
        shown={{ fault, refusals: 0 }}
        onSubmit={(event) => {
          event.preventDefault();
          send(code);
        }}
      >
        <CodeField
          key={tries}
          label={t("field.code")}
          value={code}
          error={error}
          onChange={(typed) => {
            setCode(typed);
            if (typed !== "") setError(null);
          }}
          onComplete={send}
        />
        <Button type="submit" fullWidth loading={verify.pending}>
          {t("code.submit")}
        </Button>
      </Form>
      <div className={classes["between"]}>
        <Resend onSend={async () => (await resend.run({ signUpId })).ok} />
        <LinkTo to={places.signUp} state={{ email, name }}>
          {t("code.changeAddress")}
        </LinkTo>
      </div>
      <LocalMailPanel email={email} onCode={send} />
    </Screen>
  );
}
