import { Button, TextInput } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Fault } from "#contract/fault.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { faultText } from "#renderer/ui/page/faultText.ts";
import classes from "./FirstRun.module.css";
import type { Choosing } from "./useChoosing.ts";

/** The address of a server; it is asked for its health and version before anything is entrusted to it. */
export function ServerAddress({ choosing }: { choosing: Choosing }) {
  const { t } = useTranslation("welcome");
  const { t: common } = useTranslation();
  const { failed } = choosing;
  const [typed, setTyped] = useState(failed?.choice.kind === "remote" ? failed.choice.url : "");
  const [asked, setAsked] = useState<string | null>(null);
  const [empty, setEmpty] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { data, error, isFetching, refetch } = useOperation(
    "server.probe",
    { url: asked ?? "" },
    { enabled: asked !== null },
  );
  useEffect(() => field.current?.focus(), []);
  const url = typed.trim();
  const settled = asked === url && !isFetching;
  const healthy = settled && data?.healthy === true;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setEmpty(url === "");
    if (url === "") field.current?.focus();
    else if (healthy) choosing.choose({ kind: "remote", url: withScheme(url) });
    else if (asked === url) refetch();
    else setAsked(url);
  };
  const wrong = (fault: Fault) => faultText(common, fault);
  const silent = settled && data?.healthy === false ? t("address.silent", { server: url }) : null;
  const problem = empty ? t("address.missing") : settled && error ? wrong(error) : silent;
  const refused = failed?.choice.kind === "remote" && asked === null ? t("address.silent", { server: url }) : null;
  return (
    <form className={classes["address"]} onSubmit={submit} noValidate>
      <TextInput
        ref={field}
        label={t("address.label")}
        placeholder="orgdesk.example.com"
        autoComplete="url"
        spellCheck={false}
        maxLength={300}
        value={typed}
        error={problem ?? refused}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setEmpty(false);
        }}
      />
      <Health
        checking={asked === url && isFetching ? url : null}
        server={healthy ? url : null}
        version={data?.version ?? null}
      />
      <Button
        type="submit"
        variant={healthy ? "filled" : "default"}
        loading={(asked === url && isFetching) || choosing.pending !== null}
      >
        {healthy ? t("address.continue") : t("address.check")}
      </Button>
    </form>
  );
}

interface HealthProps {
  readonly checking: string | null;
  readonly server: string | null;
  readonly version: string | null;
}

function Health({ checking, server, version }: HealthProps) {
  const { t } = useTranslation("welcome");
  if (!checking && !server) return null;
  return (
    <output className={classes["health"]} data-state={checking ? "checking" : "healthy"}>
      {checking ? null : <IconCircleCheck size={14} aria-hidden="true" />}
      {checking
        ? t("address.checking", { server: checking })
        : version === null
          ? t("address.healthyUnknown", { server })
          : t("address.healthy", { server, version })}
    </output>
  );
}

/** The choice is kept as a whole address; what is typed without a scheme means the encrypted one. */
function withScheme(typed: string): string {
  return /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
}
