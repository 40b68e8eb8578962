import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCommand } from "#renderer/bridge/commands.ts";

/** Back into the sample after signing out of it: its password is known to nobody. */
export function SampleEntry() {
  const { t } = useTranslation("welcome");
  const choose = useCommand("server.choose");
  return (
    <Button fullWidth loading={choose.pending} onClick={() => void choose.run({ choice: { kind: "sample" } })}>
      {t("signIn.sample")}
    </Button>
  );
}
