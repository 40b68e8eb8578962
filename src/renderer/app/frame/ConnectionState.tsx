import { Tooltip } from "@mantine/core";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { ServerChoice } from "#contract/desktop.ts";
import { useDesktop } from "#renderer/bridge/desktop.ts";
import classes from "./Sidebar.module.css";

/** Whether the server answers, and which one it is. */
export function ConnectionState({ icons }: { icons: boolean }) {
  const { t } = useTranslation("frame");
  const connection = useDesktop((state) => state.connection);
  const server = useDesktop((state) => state.server);
  const where = serverName(t, server);
  const text = connection === "online" ? where : t(`connection.${connection}`);
  const long = t(`connection.long.${connection}`, { server: where });
  return (
    <Tooltip label={long} position="right">
      <output className={classes["connection"]} aria-label={long}>
        <span className={classes["dot"]} data-state={connection} aria-hidden="true" />
        {icons ? null : <span className={classes["label"]}>{text}</span>}
      </output>
    </Tooltip>
  );
}

function serverName(t: TFunction<"frame">, server: ServerChoice | null): string {
  if (server?.kind === "remote") return new URL(server.url).host;
  return t(`server.${server?.kind ?? "local"}`);
}
