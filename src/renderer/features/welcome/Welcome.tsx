import { useTranslation } from "react-i18next";
import { Outlet } from "react-router";
import { useDesktop } from "#renderer/bridge/desktop.ts";
import { Wordmark } from "#renderer/ui/Wordmark.tsx";
import { CurrentServer } from "./server/CurrentServer.tsx";
import { FirstRun } from "./server/FirstRun.tsx";
import { NoAnswer } from "./server/NoAnswer.tsx";
import { Starting } from "./server/Starting.tsx";
import { Unlock } from "./Unlock.tsx";
import { useChoosing } from "./server/useChoosing.ts";
import classes from "./Welcome.module.css";

/** The page around everything before the sign-in: first a server, then an account on it. */
export function Welcome() {
  const { t } = useTranslation();
  const server = useDesktop((state) => state.server);
  const connecting = useDesktop((state) => state.connection === "connecting");
  const locked = useDesktop((state) => state.passphrase === "locked");
  const choosing = useChoosing();
  const starting = choosing.pending ?? (connecting ? server : null);
  return (
    <div className={classes["page"]}>
      <title>{t("product")}</title>
      <main className={classes["main"]}>
        <div className={classes["column"]} data-wide={(server === null && !locked) || undefined}>
          <Wordmark size={28} />
          {locked ? (
            <Unlock />
          ) : starting && starting.kind !== "remote" ? (
            <Starting kind={starting.kind} onCancel={choosing.cancel} />
          ) : server === null ? (
            <FirstRun choosing={choosing} />
          ) : (
            <>
              <NoAnswer server={server} onRetry={() => choosing.choose(server)} />
              <Outlet />
            </>
          )}
        </div>
      </main>
      {server && !choosing.pending && !locked ? <CurrentServer server={server} /> : null}
    </div>
  );
}
