import type { Organization } from "#contract/entities/organization.ts";
import { LeaveDialog } from "#renderer/app/leave/LeaveDialog.tsx";
import type { Ask, Asking } from "./asking.ts";
import { ChangeRolesDialog } from "./bulk/ChangeRolesDialog.tsx";
import { DeactivateAllDialog } from "./bulk/DeactivateAllDialog.tsx";
import type { Job } from "./bulk/job.ts";
import { RemoveAllDialog } from "./bulk/RemoveAllDialog.tsx";
import { RunDialog } from "./bulk/RunDialog.tsx";
import { ChangeRoleDialog } from "./decide/ChangeRoleDialog.tsx";
import { DeactivateDialog } from "./decide/DeactivateDialog.tsx";
import { ReactivateDialog } from "./decide/ReactivateDialog.tsx";
import { ReinstateDialog } from "./decide/ReinstateDialog.tsx";
import { RemoveDialog } from "./decide/RemoveDialog.tsx";
import { StepDownDialog } from "./decide/StepDownDialog.tsx";
import { ExportDialog } from "./export/ExportDialog.tsx";
import type { TeamFilters } from "./filters.ts";
import { RequestRoleDialog } from "./requests/RequestRoleDialog.tsx";
import type { Team } from "./useTeam.ts";

interface TeamDialogsProps {
  readonly organization: Organization;
  readonly asking: Asking;
  readonly ask: Ask;
  readonly filters: TeamFilters;
  readonly team: Team;
}

/** The dialog of whatever is being asked. */
export function TeamDialogs({ organization, asking, ask, filters, team }: TeamDialogsProps) {
  const onClose = () => ask(null);
  const onJob = (job: Job) => ask({ kind: "run", job });
  switch (asking.kind) {
    case "remove":
      return <RemoveDialog organization={organization} member={asking.member} onClose={onClose} />;
    case "deactivate":
      return <DeactivateDialog organization={organization} member={asking.member} onClose={onClose} />;
    case "reactivate":
      return <ReactivateDialog organization={organization} member={asking.member} onClose={onClose} />;
    case "reinstate":
      return <ReinstateDialog organization={organization} member={asking.member} onClose={onClose} />;
    case "changeRole":
      return (
        <ChangeRoleDialog organization={organization} member={asking.member} role={asking.role} onClose={onClose} />
      );
    case "stepDown":
      return <StepDownDialog organization={organization} member={asking.member} role={asking.role} onClose={onClose} />;
    case "requestRole":
      return (
        <RequestRoleDialog organization={organization} member={asking.member} role={asking.role} onClose={onClose} />
      );
    case "leave":
      return <LeaveDialog organization={organization} onClose={onClose} />;
    case "changeRoles":
      return <ChangeRolesDialog organization={organization} rows={asking.rows} onJob={onJob} onClose={onClose} />;
    case "deactivateAll":
      return <DeactivateAllDialog organization={organization} rows={asking.rows} onJob={onJob} onClose={onClose} />;
    case "removeAll":
      return <RemoveAllDialog organization={organization} rows={asking.rows} onJob={onJob} onClose={onClose} />;
    case "run":
      return <RunDialog key={asking.job.title} organizationId={organization.id} job={asking.job} onClose={onClose} />;
    case "export":
      break;
  }
  return (
    <ExportDialog
      organization={organization}
      filters={filters}
      invites={team.invites}
      total={team.matching}
      onClose={onClose}
    />
  );
}
