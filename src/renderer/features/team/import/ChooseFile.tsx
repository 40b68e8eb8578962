import { Button, FileButton, UnstyledButton } from "@mantine/core";
import { IconFileTypeCsv } from "@tabler/icons-react";
import { useRef, useState, type DragEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { mostImportLines } from "#domain/invitationImport.ts";
import { assignableRoles } from "#domain/policy/policy.ts";
import { saveFile } from "#renderer/app/files/saveFile.ts";
import { nounsOf } from "#renderer/app/workspaces/nouns.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { DialogFooter } from "#renderer/ui/dialog/Dialog.tsx";
import classes from "./Import.module.css";
import { readCsv, type FileLine } from "./readFile.ts";
import { template } from "./report.ts";

interface ChooseFileProps {
  readonly organization: Organization;
  readonly onRead: (file: string, lines: readonly FileLine[]) => void;
  readonly onCancel: () => void;
}

/** A place to drop the file or choose it, what it should hold, and a file to begin with. */
export function ChooseFile({ organization, onRead, onCancel }: ChooseFileProps) {
  const { t } = useTranslation("team");
  const { t: common } = useTranslation();
  const [wrong, setWrong] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const lowest = assignableRoles(policyFor(organization), organization.me.role).at(-1)?.name ?? "";
  const reset = useRef<() => void>(null);
  const read = async (file: File | null | undefined) => {
    // Else the same file, mended meanwhile, would be no choice.
    reset.current?.();
    if (!file) return;
    const result = await readCsv(file);
    if (result.ok) return onRead(file.name, result.lines);
    setWrong(t(`import.wrong.${result.problem}`, { most: mostImportLines, lines: result.count }));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void read(event.dataTransfer.files[0]);
  };
  return (
    <div className={classes["form"]}>
      <FileButton
        accept=".csv,.tsv,.txt,text/csv"
        resetRef={reset}
        onChange={(file) => void read(file)}
        inputProps={{ "aria-label": t("import.file") }}
      >
        {(props) => (
          <UnstyledButton
            {...props}
            data-autofocus
            className={classes["drop"] ?? ""}
            data-over={over || undefined}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={drop}
          >
            <IconFileTypeCsv size={28} aria-hidden="true" />
            <span className={classes["choose"]}>{t("import.choose")}</span>
            <span>{t("import.drop")}</span>
          </UnstyledButton>
        )}
      </FileButton>
      {wrong ? (
        <p role="alert" className={classes["wrong"]}>
          {wrong}
        </p>
      ) : null}
      <p className={classes["quiet"]}>{t("import.hint", { ...nounsOf(organization), most: mostImportLines })}</p>
      <DialogFooter>
        <Button variant="subtle" mr="auto" onClick={() => saveFile("invitations.csv", template(lowest))}>
          {t("import.template")}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {common("action.cancel")}
        </Button>
      </DialogFooter>
    </div>
  );
}
