import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { Dialog } from "#renderer/ui/dialog/Dialog.tsx";
import { ChooseFile } from "./ChooseFile.tsx";
import { ImportResult } from "./ImportResult.tsx";
import { Review } from "./Review.tsx";
import type { FileLine } from "./readFile.ts";
import type { LeftOut } from "./report.ts";

type Step =
  | { readonly kind: "choose" }
  | { readonly kind: "review"; readonly file: string; readonly lines: readonly FileLine[] }
  | { readonly kind: "result"; readonly invited: number; readonly left: readonly LeftOut[] };

interface ImportDialogProps {
  readonly organization: Organization;
  readonly onClose: () => void;
}

/** People from a CSV file: choose it, look at every line, invite, see what was left out. */
export function ImportDialog({ organization, onClose }: ImportDialogProps) {
  const { t } = useTranslation("team");
  const [step, setStep] = useState<Step>({ kind: "choose" });
  return (
    <Dialog
      title={t("import.title", { organization: organization.name })}
      size={step.kind === "review" ? 960 : 560}
      closesOutside={step.kind === "choose"}
      onClose={onClose}
    >
      {step.kind === "choose" ? (
        <ChooseFile
          organization={organization}
          onRead={(file, lines) => setStep({ kind: "review", file, lines })}
          onCancel={onClose}
        />
      ) : null}
      {step.kind === "review" ? (
        <Review
          organization={organization}
          file={step.file}
          lines={step.lines}
          onBack={() => setStep({ kind: "choose" })}
          onDone={(invited, left) => setStep({ kind: "result", invited, left })}
        />
      ) : null}
      {step.kind === "result" ? (
        <ImportResult organization={organization} invited={step.invited} left={step.left} onClose={onClose} />
      ) : null}
    </Dialog>
  );
}
