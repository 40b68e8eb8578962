import type { z } from "zod";
import type { Operation } from "./operation.ts";
import { accountOperations } from "./operations/accounts.ts";
import { approvalOperations } from "./operations/approvals.ts";
import { auditEventOperations } from "./operations/auditEvents.ts";
import { changeOperations } from "./operations/changes.ts";
import { deletionOperations } from "./operations/deletion.ts";
import { lockoutOperations } from "./operations/lockout.ts";
import { feedOperations } from "./operations/feed.ts";
import { invitationImportOperations } from "./operations/invitationImports.ts";
import { invitationOperations } from "./operations/invitations.ts";
import { logoOperations } from "./operations/logos.ts";
import { meOperations } from "./operations/me.ts";
import { memberDetailsOperations } from "./operations/memberDetails.ts";
import { memberOperations } from "./operations/members.ts";
import { organizationOperations } from "./operations/organizations.ts";
import { ownershipOperations } from "./operations/ownership.ts";
import { peopleOperations } from "./operations/people.ts";
import { permissionOperations } from "./operations/permissions.ts";
import { planOperations } from "./operations/plans.ts";
import { reviewOperations } from "./operations/reviews.ts";
import { reviewScheduleOperations } from "./operations/reviewSchedules.ts";
import { roleOperations } from "./operations/roles.ts";
import { sessionOperations } from "./operations/sessions.ts";
import { snapshotOperations } from "./operations/snapshots.ts";
import { twoFactorOperations } from "./operations/twoFactor.ts";
import { workspaceAccessOperations } from "./operations/workspaceAccess.ts";
import { workspaceOperations } from "./operations/workspaces.ts";

/** Every operation of the system by name. */
export const operations = {
  ...accountOperations,
  ...sessionOperations,
  ...meOperations,
  ...twoFactorOperations,
  ...organizationOperations,
  ...logoOperations,
  ...deletionOperations,
  ...lockoutOperations,
  ...ownershipOperations,
  ...approvalOperations,
  ...memberOperations,
  ...memberDetailsOperations,
  ...invitationOperations,
  ...invitationImportOperations,
  ...permissionOperations,
  ...roleOperations,
  ...workspaceOperations,
  ...workspaceAccessOperations,
  ...peopleOperations,
  ...planOperations,
  ...reviewOperations,
  ...reviewScheduleOperations,
  ...changeOperations,
  ...auditEventOperations,
  ...feedOperations,
  ...snapshotOperations,
};

export type Operations = typeof operations;
export type OperationName = keyof Operations;

/** What a caller gives (fields with a default may be left out) and what a handler receives. */
export type Given<Name extends OperationName> = z.input<Operations[Name]["input"]>;
export type Input<Name extends OperationName> = z.output<Operations[Name]["input"]>;
export type Output<Name extends OperationName> = z.output<Operations[Name]["output"]>;

type NamesWhere<Shape> = { [Name in OperationName]: Operations[Name] extends Shape ? Name : never }[OperationName];

export type StreamName = NamesWhere<{ kind: "stream" }>;
export type QueryName = NamesWhere<{ kind: "query" }>;
export type PublicName = NamesWhere<{ access: "public" }>;
export type AccountName = NamesWhere<{ access: "account" }>;
export type OrganizationName = NamesWhere<{ access: "organization" }>;
/** What the renderer may call through the bridge. */
export type BridgedName = Exclude<NamesWhere<{ bridge: "open" }>, StreamName>;

export const operationNames = Object.keys(operations) as OperationName[];

/** The declaration of an operation, with its literal types given up: for code that treats all alike. */
export const operationOf = (name: OperationName): Operation => operations[name];

/** `/v1/organizations/{organizationId}` → [`organizationId`]. */
export const pathFields = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
