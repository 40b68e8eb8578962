import { useOrganizations } from "#renderer/app/organizations/useOrganizations.ts";
import { PreviewPanel } from "#renderer/app/preview/PreviewPanel.tsx";
import type { Told } from "#renderer/app/preview/usePreview.ts";
import type { Impact } from "#renderer/ui/dialog/DecisionDialog.tsx";

interface AnswerPreviewProps {
  readonly organizationId: string;
  readonly previewed: Told;
  readonly also: readonly Impact[];
}

/** What an answer does in the organization that it is about, which the inbox knows by its id alone. */
export function AnswerPreview({ organizationId, previewed, also }: AnswerPreviewProps) {
  const { organizations } = useOrganizations();
  const organization = organizations.find(({ id }) => id === organizationId);
  return organization ? <PreviewPanel organization={organization} previewed={previewed} also={also} /> : null;
}
