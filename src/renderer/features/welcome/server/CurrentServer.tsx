import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ServerChoice } from "#contract/desktop.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { useDesktop } from "#renderer/bridge/desktop.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import classes from "../Welcome.module.css";

/** At the bottom: which server this is, its version, and the way to another. */
export function CurrentServer({ server }: { server: ServerChoice }) {
  const { t } = useTranslation("welcome");
  const connection = useDesktop((state) => state.connection);
  const own = useDesktop((state) => state.version);
  const url = server.kind === "remote" ? server.url : null;
  const probe = useOperation("server.probe", { url: url ?? "" }, { enabled: url !== null });
  const leave = useCommand("server.leave");
  const version = url === null ? own : probe.data?.version;
  const state = url !== null && probe.data ? (probe.data.healthy ? "online" : "offline") : connection;
  return (
    <footer className={classes["footer"]}>
      <span className={classes["dot"]} data-state={state} aria-hidden="true" />
      <span>{url === null ? t(`server.${server.kind === "sample" ? "sample" : "local"}`) : new URL(url).host}</span>
      {state === "offline" ? <span>{t("server.silent")}</span> : null}
      {version && state !== "offline" ? <span aria-hidden="true">·</span> : null}
      {version && state !== "offline" ? <span>{t("server.version", { version })}</span> : null}
      <span aria-hidden="true">·</span>
      <Anchor component="button" type="button" size="xs" c="var(--od-accent)" onClick={() => void leave.run({})}>
        {t("server.change")}
      </Anchor>
    </footer>
  );
}
