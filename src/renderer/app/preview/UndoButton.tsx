import { IconArrowBackUp } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { inverseOf } from "#domain/changes/inverse.ts";
import { CommandButton } from "#renderer/ui/CommandButton.tsx";
import { UndoDialog } from "./UndoDialog.tsx";

interface UndoButtonProps {
  readonly organization: Organization;
  readonly event: AuditEvent;
  readonly sentence: string;
  /** Leaves out the button where there is nothing to take back, instead of saying why. */
  readonly quiet?: boolean;
}

/** 'Undo…' on an event of the history. Whether it may be done is told by the preview behind it. */
export function UndoButton({ organization, event, sentence, quiet = false }: UndoButtonProps) {
  const { t } = useTranslation("preview");
  const [opened, setOpened] = useState(false);
  const inverse = inverseOf({ ...event, targetId: event.target.id });
  if (!inverse.ok && quiet) return null;
  return (
    <>
      <CommandButton
        because={inverse.ok ? null : t(`undo.why.${inverse.why}`)}
        variant={quiet ? "subtle" : "default"}
        size={quiet ? "compact-xs" : "sm"}
        leftSection={quiet ? null : <IconArrowBackUp size={16} />}
        onClick={() => setOpened(true)}
      >
        {t("undo.act")}
      </CommandButton>
      {opened ? (
        <UndoDialog
          organization={organization}
          revision={event.revision}
          sentence={sentence}
          onClose={() => setOpened(false)}
        />
      ) : null}
    </>
  );
}
