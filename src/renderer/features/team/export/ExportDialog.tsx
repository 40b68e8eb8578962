import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { CsvDialog } from "#renderer/app/files/CsvDialog.tsx";
import { useBridge } from "#renderer/bridge/bridge.ts";
import type { TeamFilters } from "../filters.ts";
import { exportTeam } from "./exportTeam.ts";
import { useTeamCells } from "./useTeamCells.ts";

interface ExportDialogProps {
  readonly organization: Organization;
  readonly filters: TeamFilters;
  readonly invites: boolean;
  /** How many there will be. */
  readonly total: number;
  readonly onClose: () => void;
}

/** Writes the filtered team to a file. */
export function ExportDialog({ organization, filters, invites, total, onClose }: ExportDialogProps) {
  const { t } = useTranslation("team");
  const bridge = useBridge();
  const columns = useTeamCells(organization);
  const file = `${organization.slug}-team.csv`;
  return (
    <CsvDialog
      title={t("export.title")}
      file={file}
      total={total}
      write={(writing) =>
        exportTeam({ bridge, organizationId: organization.id, filters, invites, ...columns, ...writing })
      }
      doneText={(count, written) => t("export.done", { count, file: written })}
      failedText={t("export.failed")}
      onClose={onClose}
    />
  );
}
