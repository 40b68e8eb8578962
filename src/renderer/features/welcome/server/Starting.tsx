import { Button, Loader } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ServerChoice } from "#contract/desktop.ts";
import { Screen } from "../Screen.tsx";
import classes from "./FirstRun.module.css";

interface StartingProps {
  readonly kind: Exclude<ServerChoice["kind"], "remote">;
  readonly onCancel: () => void;
}

/** While the server on this computer starts, or the sample is being filled. */
export function Starting({ kind, onCancel }: StartingProps) {
  const { t } = useTranslation("welcome");
  return (
    <Screen title={t(`starting.${kind}.title`)} text={t(`starting.${kind}.text`)}>
      <output className={classes["starting"]} aria-label={t(`starting.${kind}.title`)}>
        <Loader size={18} />
        <Button variant="default" onClick={onCancel}>
          {t("starting.cancel")}
        </Button>
      </output>
    </Screen>
  );
}
