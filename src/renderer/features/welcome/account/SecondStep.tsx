import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault } from "#contract/fault.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { CodeField } from "#renderer/ui/form/CodeField.tsx";
import { Form } from "#renderer/ui/form/Form.tsx";
import { Screen } from "../Screen.tsx";
import classes from "../Welcome.module.css";

interface SecondStepProps {
  /** The password has to be given again. */
  readonly onOver: () => void;
}

/** The code of the authenticator app, or a recovery code in its place; the last digit sends it. */
export function SecondStep({ onOver }: SecondStepProps) {
  const { t } = useTranslation("welcome");
  const [way, setWay] = useState<"app" | "recovery">("app");
  const [code, setCode] = useState("");
  const [tries, setTries] = useState(0);
  const [error, setError] = useState<string | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const complete = useCommand("session.completeSignIn", {
    onFault: (failed) => {
      if (isOver(failed)) onOver();
      const wrong = failed.kind === "unauthenticated";
      setError(wrong ? t(`secondStep.${way}.wrong`) : null);
      setFault(wrong ? null : failed);
      if (way === "app") setCode("");
      setTries((count) => count + 1);
    },
  });
  const abandon = useCommand("session.abandonSignIn");
  const change = (typed: string) => {
    setCode(typed);
    if (typed !== "") setError(null);
  };
  const send = (full: string) => {
    setCode(full);
    if (full.trim().length < 6) setError(t(`secondStep.${way}.missing`));
    else if (!complete.pending) void complete.run({ code: full });
  };
  const turn = () => {
    setWay(way === "app" ? "recovery" : "app");
    setCode("");
    setError(null);
    setFault(null);
  };
  return (
    <Screen key={way} title={t("secondStep.title")} text={t(`secondStep.${way}.text`)}>
      <Form
        shown={{ fault, refusals: tries }}
        onSubmit={(event) => {
          event.preventDefault();
          send(code);
        }}
      >
        {way === "app" ? (
          <CodeField
            key={tries}
            label={t("field.code")}
            value={code}
            error={error}
            onChange={change}
            onComplete={send}
          />
        ) : (
          <TextInput
            label={t("secondStep.recovery.field")}
            autoComplete="off"
            spellCheck={false}
            maxLength={40}
            placeholder="xxxx-xxxx-xxxx-xxxx"
            value={code}
            error={error}
            onChange={(event) => change(event.currentTarget.value)}
          />
        )}
        <Button type="submit" fullWidth loading={complete.pending}>
          {t("signIn.submit")}
        </Button>
      </Form>
      <div className={classes["between"]}>
        <Button variant="subtle" size="compact-sm" onClick={turn}>
          {t(`secondStep.${way}.other`)}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={() => void abandon.run({})}>
          {t("reset.back")}
        </Button>
      </div>
    </Screen>
  );
}

const isOver = (fault: Fault): boolean =>
  (fault.kind === "unauthenticated" && fault.reason === "expired") ||
  (fault.kind === "limitReached" && fault.limit === "attempts");
