import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { InvitationOutcome } from "#contract/entities/invitation.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { Dialog } from "#renderer/ui/dialog/Dialog.tsx";
import { ImportDialog } from "../import/ImportDialog.tsx";
import { InviteForm } from "./InviteForm.tsx";
import { InviteResult } from "./InviteResult.tsx";

interface InviteDialogProps {
  readonly organization: Organization;
  /** Everybody got an invitation. */
  readonly onSent: (outcomes: readonly InvitationOutcome[]) => void;
  readonly onClose: () => void;
}

/** Inviting people from a pasted list, and what became of each address where not all were invited. */
export function InviteDialog({ organization, onSent, onClose }: InviteDialogProps) {
  const { t } = useTranslation("team");
  const { t: common } = useTranslation();
  const [importing, setImporting] = useState(false);
  const [outcomes, setOutcomes] = useState<readonly InvitationOutcome[] | null>(null);
  const done = (next: readonly InvitationOutcome[]) => {
    if (next.some(({ result }) => result === "skipped")) setOutcomes(next);
    else onSent(next);
  };
  if (importing) return <ImportDialog organization={organization} onClose={onClose} />;
  return (
    <Dialog
      onClose={onClose}
      title={t("invite.title", { organization: organization.name })}
      size={560}
      closeLabel={common("action.close")}
    >
      {outcomes ? (
        <InviteResult
          organization={organization}
          outcomes={outcomes}
          onMore={() => setOutcomes(null)}
          onClose={onClose}
        />
      ) : (
        <InviteForm organization={organization} onDone={done} onImport={() => setImporting(true)} onCancel={onClose} />
      )}
    </Dialog>
  );
}
