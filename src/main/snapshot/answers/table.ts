import { operationOf, type AccountName, type OperationName, type OrganizationName } from "#contract/operations.ts";
import { accountAnswers } from "./account.ts";
import type { AccountAnswer, OfflineName, OrganizationAnswer } from "./answer.ts";
import { auditAnswers } from "./audit.ts";
import { invitationAnswers } from "./invitations.ts";
import { dueAnswers } from "./due.ts";
import { memberAnswers } from "./members.ts";
import { organizationAnswers, organizationListAnswers } from "./organizations.ts";
import { managedAnswers } from "./managed.ts";
import { peopleAnswers } from "./people.ts";
import { permissionAnswers } from "./permissions.ts";
import { whoCanAnswers } from "./whoCan.ts";
import { workspaceAnswers } from "./workspaces.ts";

/** Answers about the person. */
export const answersOfAccount: { readonly [Name in OfflineName & AccountName]?: AccountAnswer<Name> } = {
  ...accountAnswers,
  ...organizationListAnswers,
  ...peopleAnswers,
  ...managedAnswers,
  ...whoCanAnswers,
  ...dueAnswers,
};

/** Answers about one organization. */
export const answersOfOrganization: { readonly [Name in OfflineName & OrganizationName]?: OrganizationAnswer<Name> } = {
  ...organizationAnswers,
  ...memberAnswers,
  ...invitationAnswers,
  ...workspaceAnswers,
  ...auditAnswers,
  ...permissionAnswers,
};

/** Whether an operation that works offline has no answer above: the server's last one is remembered instead. */
export const isRemembered = (name: OperationName): boolean =>
  operationOf(name).offline === "snapshot" && !(name in answersOfAccount) && !(name in answersOfOrganization);
