import { IconBuildingCommunity, IconDeviceLaptop, IconServer2 } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FaultNotice } from "#renderer/ui/page/FaultNotice.tsx";
import { Screen } from "../Screen.tsx";
import { Choice } from "./Choice.tsx";
import classes from "./FirstRun.module.css";
import { ServerAddress } from "./ServerAddress.tsx";
import type { Choosing } from "./useChoosing.ts";

/** Where the organizations live: here, on a server, or a sample to look around in. */
export function FirstRun({ choosing }: { choosing: Choosing }) {
  const { t } = useTranslation("welcome");
  const { failed } = choosing;
  const [addressShown, setAddressShown] = useState(failed?.choice.kind === "remote");
  return (
    <Screen title={t("firstRun.title")} text={t("firstRun.text")}>
      {failed && failed.choice.kind !== "remote" ? (
        <FaultNotice
          fault={failed.fault}
          text={failed.fault.kind === "unavailable" ? t(`failed.${failed.choice.kind}`) : undefined}
        />
      ) : null}
      <div className={classes["choices"]}>
        <Choice
          icon={IconDeviceLaptop}
          title={t("firstRun.local.title")}
          text={t("firstRun.local.text")}
          onChoose={() => choosing.choose({ kind: "local" })}
        />
        <Choice
          icon={IconServer2}
          title={t("firstRun.remote.title")}
          text={t("firstRun.remote.text")}
          opened={addressShown}
          onChoose={() => setAddressShown((shown) => !shown)}
        />
        {addressShown ? <ServerAddress choosing={choosing} /> : null}
        <Choice
          icon={IconBuildingCommunity}
          title={t("firstRun.sample.title")}
          text={t("firstRun.sample.text")}
          onChoose={() => choosing.choose({ kind: "sample" })}
        />
      </div>
    </Screen>
  );
}
