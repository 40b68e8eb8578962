import { Stack } from "@mantine/core";
import { useState, type ReactNode } from "react";
import type { Change } from "#contract/changes.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { DecisionDialog, type Impact } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { PreviewPanel } from "./PreviewPanel.tsx";
import { usePreview } from "./usePreview.ts";

interface PreviewedDecisionProps {
  readonly organization: Organization;
  readonly change: Change;
  readonly title: string;
  readonly confirmLabel: string;
  readonly tone?: "danger";
  readonly typedConfirmation?: string;
  /** What the decision means besides what the server says. */
  readonly also?: readonly Impact[];
  /** What stands above the preview. */
  readonly children?: ReactNode;
  /** Does it on the basis of what was shown, tells what came of it, and answers whether it was done. */
  readonly decide: (basis: string | undefined) => Promise<boolean>;
  readonly onClose: () => void;
}

/** A decision with what it does, worked out anew where it was refused; done, the dialog closes. */
export function PreviewedDecision(props: PreviewedDecisionProps) {
  const { organization, change, also, children, decide, onClose, ...dialog } = props;
  const [pending, setPending] = useState(false);
  const previewed = usePreview(organization.id, change);
  const confirm = async () => {
    setPending(true);
    const done = await decide(previewed.basis);
    setPending(false);
    if (done) onClose();
    else previewed.again();
  };
  return (
    <DecisionDialog
      opened
      {...dialog}
      pending={pending}
      ready={previewed.ready}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Stack gap={16}>
        {children}
        <PreviewPanel organization={organization} previewed={previewed} {...(also ? { also } : {})} />
      </Stack>
    </DecisionDialog>
  );
}
