import type { Handlers } from "../dispatch/handlers.ts";
import { accountHandlers } from "./accounts.ts";
import { approvalHandlers } from "./approvals.ts";
import { approvalListHandlers } from "./approval-lists.ts";
import { auditEventHandlers } from "./audit-events.ts";
import { changeHandlers } from "./changes.ts";
import { deletionHandlers } from "./deletion.ts";
import { lockoutHandlers } from "./lockout.ts";
import { feedHandlers } from "./feed.ts";
import { invitationCommandHandlers } from "./invitation-commands.ts";
import { invitationImportHandlers } from "./invitation-imports.ts";
import { invitationListHandlers } from "./invitation-lists.ts";
import { invitationLogoHandlers } from "./invitation-logos.ts";
import { invitationHandlers } from "./invitations.ts";
import { logoHandlers } from "./logos.ts";
import { meHandlers } from "./me.ts";
import { memberAccessEndHandlers } from "./member-access-end.ts";
import { memberCommandHandlers } from "./member-commands.ts";
import { memberDetailsHandlers } from "./member-details.ts";
import { memberStandingHandlers } from "./member-standing.ts";
import { memberHandlers } from "./members.ts";
import { onboardingHandlers } from "./onboarding.ts";
import { organizationSettingsHandlers } from "./organization-settings.ts";
import { organizationHandlers } from "./organizations.ts";
import { ownershipHandlers } from "./ownership.ts";
import { peopleHandlers } from "./people.ts";
import { permissionHandlers } from "./permissions.ts";
import { planHandlers } from "./plans.ts";
import { receivedInvitationHandlers } from "./received-invitations.ts";
import { reviewHandlers } from "./reviews.ts";
import { reviewScheduleHandlers } from "./review-schedules.ts";
import { roleRuleHandlers } from "./role-rules.ts";
import { roleHandlers } from "./roles.ts";
import { sessionHandlers } from "./sessions.ts";
import { snapshotHandlers } from "./snapshots.ts";
import { twoFactorHandlers } from "./two-factor.ts";
import { memberWorkspaceAccessHandlers } from "./member-workspace-access.ts";
import { workspaceCommandHandlers } from "./workspace-commands.ts";
import { workspaceHandlers } from "./workspaces.ts";

/** By noun. */
const byNoun = {
  ...accountHandlers,
  ...sessionHandlers,
  ...meHandlers,
  ...twoFactorHandlers,
  ...organizationHandlers,
  ...organizationSettingsHandlers,
  ...logoHandlers,
  ...deletionHandlers,
  ...lockoutHandlers,
  ...ownershipHandlers,
  ...approvalHandlers,
  ...approvalListHandlers,
  ...memberHandlers,
  ...memberCommandHandlers,
  ...memberStandingHandlers,
  ...memberDetailsHandlers,
  ...memberAccessEndHandlers,
  ...onboardingHandlers,
  ...invitationHandlers,
  ...invitationListHandlers,
  ...invitationImportHandlers,
  ...invitationCommandHandlers,
  ...invitationLogoHandlers,
  ...receivedInvitationHandlers,
  ...permissionHandlers,
  ...roleHandlers,
  ...roleRuleHandlers,
  ...workspaceHandlers,
  ...workspaceCommandHandlers,
  ...memberWorkspaceAccessHandlers,
  ...peopleHandlers,
  ...planHandlers,
  ...reviewHandlers,
  ...reviewScheduleHandlers,
  ...auditEventHandlers,
  ...feedHandlers,
  ...snapshotHandlers,
};

/** Every operation's handler; a preview runs the handlers of the commands. */
export const handlers: Handlers = { ...byNoun, ...changeHandlers(byNoun) };
