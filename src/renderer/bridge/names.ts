import type { CallGiven, CallName, CallOutput } from "#contract/bridge.ts";
import type { DesktopCallName } from "#contract/desktop.ts";
import { operationFacts } from "#contract/operationFacts.ts";
import type { BridgedName, OperationName, QueryName } from "#contract/operations.ts";

/** Calls that only read. */
export type ReadName =
  | Extract<BridgedName, QueryName>
  | "localMail.list"
  | "offline.get"
  | "server.probe"
  | "invitation.openedLogo"
  | "witness.status"
  | "witness.alarms"
  | "reviews.list"
  | "reviews.estimate"
  | "reviews.get"
  | "reviews.people"
  | "witness.evidence";

/** Whether the server has it; the desktop answers the others itself. */
export const isOperation = (name: OperationName | DesktopCallName): name is OperationName =>
  Object.hasOwn(operationFacts, name);

/** Calls that change something. */
export type ActName = Exclude<CallName, ReadName>;

/** Reads that answer in pages. */
export type PagedName = {
  [Name in ReadName]: CallOutput<Name> extends Page
    ? CallGiven<Name> extends { cursor?: unknown } | { older?: unknown }
      ? Name
      : never
    : never;
}[ReadName];

/** A page and the position after it: `next` in plain lists, `older` in the audit log, which is read both ways. */
export type Page = { items: unknown[]; total: number } & ({ next: string | null } | { older: string | null });

export type ItemOf<Name extends PagedName> = CallOutput<Name>["items"][number];
