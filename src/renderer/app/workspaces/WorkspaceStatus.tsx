import { useTranslation } from "react-i18next";
import type { WorkspaceStatus as Status } from "#domain/workspaces.ts";
import { Badge, type Tone } from "#renderer/ui/Badge.tsx";

const tones: Readonly<Record<Status, Tone>> = { active: "plain", suspended: "amber", archived: "grey" };

/** Whether a workspace can be used, is paused or hidden. */
export function WorkspaceStatus({ status }: { status: Status }) {
  const { t } = useTranslation("workspaces");
  return (
    <Badge tone={tones[status]} dot={status !== "active"}>
      {t(`status.${status}`)}
    </Badge>
  );
}
