import { useTranslation } from "react-i18next";
import { mostPlanned } from "#contract/lists.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { PreviewPanel } from "#renderer/app/preview/PreviewPanel.tsx";
import type { Impact } from "#renderer/ui/dialog/DecisionDialog.tsx";
import classes from "./Bulk.module.css";
import { SkippedList } from "./SkippedList.tsx";
import type { BulkPreview } from "./useBulkPreview.ts";

interface BulkPreviewPanelProps {
  readonly organization: Organization;
  readonly bulk: BulkPreview;
  readonly also?: readonly Impact[];
}

const none: readonly Impact[] = [];

/** What an act does to everybody selected, and whom it leaves out. */
export function BulkPreviewPanel({ organization, bulk, also = none }: BulkPreviewPanelProps) {
  const { t } = useTranslation("team");
  const { ready, skipped, told } = bulk;
  return (
    <div className={classes["form"]}>
      {ready.length === 0 ? null : <PreviewPanel organization={organization} previewed={told} also={also} />}
      {ready.length > mostPlanned ? (
        <p className={classes["why"]}>{t("bulk.toldFirst", { first: mostPlanned, count: ready.length })}</p>
      ) : null}
      <SkippedList skipped={skipped} />
    </div>
  );
}
