import { Tooltip } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { ServerChoice } from "#contract/desktop.ts";
import { useDesktop } from "#renderer/bridge/desktop.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { useOfflineProgress } from "../offline/useOfflineProgress.ts";
import { PlaceLink } from "../PlaceLink.tsx";
import { paths } from "../organizations/paths.ts";
import classes from "./Sidebar.module.css";

/** Whether the server answers, and which one it is. */
export function ConnectionState({ icons }: { icons: boolean }) {
  const { t } = useTranslation("frame");
  const connection = useDesktop((state) => state.connection);
  const server = useDesktop((state) => state.server);
  const where = serverName(t, server);
  const preparing = usePreparing();
  const shown = connection === "online" ? preparing : null;
  const text = shown?.text ?? (connection === "online" ? where : t(`connection.${connection}`));
  const reached = t(`connection.long.${connection}`, { server: where });
  const long = shown === null ? reached : `${reached}. ${shown.long}`;
  return (
    <Tooltip label={long} position="right">
      <output className={classes["connection"]} aria-label={long}>
        {icons && shown?.failing ? (
          <PlaceLink to={paths.offlineData} className={classes["failing"] ?? ""} aria-label={shown.text}>
            <IconAlertTriangle size={16} aria-hidden="true" />
          </PlaceLink>
        ) : (
          <span className={classes["dot"]} data-state={connection} aria-hidden="true" />
        )}
        {icons ? null : (
          <span className={classes["label"]}>
            {shown?.failing ? (
              <PlaceLink to={paths.offlineData} className={classes["failing"] ?? ""}>
                {text}
              </PlaceLink>
            ) : (
              text
            )}
          </span>
        )}
      </output>
    </Tooltip>
  );
}

/** How far the offline copy is, in a few words and at length. */
function usePreparing() {
  const { t } = useTranslation("offline");
  const format = useFormat();
  const progress = useOfflineProgress();
  if (progress === null) return null;
  const { filled, organizations: count, rows, expected, hindered } = progress;
  // What fails is told once nothing else is being read.
  if (hindered > 0 && expected === 0) {
    return { text: t("hindered", { count: hindered }), long: t("hinderedLong", { count: hindered }), failing: true };
  }
  const words = { filled, organizations: count };
  const percent = format.percent(expected === 0 ? 0 : Math.min(1, rows / expected));
  return { text: t("preparing", words), long: t("preparingLong", { ...words, count, percent }), failing: false };
}

function serverName(t: TFunction<"frame">, server: ServerChoice | null): string {
  if (server?.kind === "remote") return new URL(server.url).host;
  return t(`server.${server?.kind ?? "local"}`);
}
