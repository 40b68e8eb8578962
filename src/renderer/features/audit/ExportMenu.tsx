import { Button, Menu } from "@mantine/core";
import { IconBraces, IconDownload, IconTable } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useBridge } from "#renderer/bridge/bridge.ts";
import { useAccount, useOnline } from "#renderer/bridge/desktop.ts";
import { Reason } from "#renderer/ui/Reason.tsx";
import { isRunning, startExport, useExportRun } from "./exportRuns.ts";
import type { Narrowing } from "./filters.ts";

interface ExportMenuProps {
  readonly input: Narrowing;
  /** Whether filters leave something out. */
  readonly narrowed: boolean;
}

/** Takes what the filters leave into a file. */
export function ExportMenu({ input, narrowed }: ExportMenuProps) {
  const { t } = useTranslation("audit");
  const bridge = useBridge();
  const online = useOnline();
  const { id: accountId } = useAccount();
  const run = useExportRun({ accountId, organizationId: input.organizationId });
  const start = (format: "csv" | "json") => void startExport(bridge, accountId, { ...input, format });
  const because = isRunning(run) ? t("export.busy") : null;
  const button = (
    <Button variant="default" leftSection={<IconDownload size={16} />}>
      {t("export.button")}
    </Button>
  );
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t(narrowed ? "export.filtered" : online ? "export.all" : "export.kept")}</Menu.Label>
        <Reason because={because} position="left">
          <Menu.Item leftSection={<IconTable size={16} />} onClick={() => start("csv")}>
            {t("export.csv")}
          </Menu.Item>
        </Reason>
        <Reason because={because} position="left">
          <Menu.Item leftSection={<IconBraces size={16} />} onClick={() => start("json")}>
            {t("export.json")}
          </Menu.Item>
        </Reason>
      </Menu.Dropdown>
    </Menu>
  );
}
