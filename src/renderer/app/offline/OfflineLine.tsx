import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { useDesktop } from "#renderer/bridge/desktop.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { StatusLine } from "#renderer/ui/page/StatusLine.tsx";
import { useSecondsUntil } from "./useSecondsUntil.ts";
import classes from "./OfflineLine.module.css";
import { useMomentWords } from "./useMomentWords.ts";

/** That there is no connection, which moment is shown instead, and when the server is asked again. */
export function OfflineLine({ organization }: { organization: Organization | undefined }) {
  const { t } = useTranslation("offline");
  const words = useMomentWords();
  const inside = organization !== undefined;
  const kept = useOperation(
    "organization.get",
    { organizationId: organization?.id ?? "" },
    { enabled: inside, anew: true },
  );
  const person = useOperation("me.get", {}, { enabled: !inside, anew: true });
  const moment = inside ? kept.source : person.source;
  const told = moment?.from === "snapshot" && moment.asOf !== "" ? words(moment) : null;
  return (
    <StatusLine tone="warning" action={<NextTry />}>
      {t("line.offline")}{" "}
      {told === null ? null : (
        <>
          {t(told.revision === null ? "line.state" : "line.stateAt", { time: told.time, revision: told.revision })}
          {/* Time passing is no news to read out. */}
          <span aria-live="off"> ({told.age})</span>
        </>
      )}
    </StatusLine>
  );
}

function NextTry() {
  const { t } = useTranslation("offline");
  const at = useDesktop((state) => state.nextTry);
  const tryNow = useCommand("server.tryNow");
  const asking = at === null;
  return (
    <>
      <span className={classes["wait"]} aria-live="off">
        {asking ? t("try.now") : <Countdown key={at} until={at} />}
      </span>
      <Button
        size="compact-xs"
        variant="default"
        aria-disabled={asking}
        onClick={() => void (asking || tryNow.run({}))}
      >
        {t("try.button")}
      </Button>
    </>
  );
}

function Countdown({ until }: { until: string }) {
  const { t } = useTranslation("offline");
  return t("try.in", { count: useSecondsUntil(until) });
}
