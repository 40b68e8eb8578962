import type {
  AccountName,
  Input,
  OperationName,
  OrganizationName,
  Operations,
  Output,
  PublicName,
} from "#contract/operations.ts";
import type { Readable } from "node:stream";
import type { AuditEntry } from "./audit.ts";
import type {
  AccountContext,
  AuditedAccountContext,
  OrganizationContext,
  OrganizationStreamContext,
  PublicContext,
  RehearsalContext,
  StreamContext,
} from "./contexts.ts";
import type { Notice } from "../feed/notices.ts";

/** What an organization's command leaves behind. At least one event: a command that changed nothing is a fault. */
export interface Done<Value> {
  /** Called after the events are written, with the organization's new revision, still in the transaction. */
  readonly output: (revision: number) => Value | Promise<Value>;
  /** Said of an output that reads and writes nothing: a rehearsal, which answers nobody, goes without it. */
  readonly outputReads?: true;
  /** A change that was sent and whose answer the events do not need: they and what a preview looks at come behind it. */
  readonly sent?: Promise<unknown>;
  readonly events: readonly [AuditEntry, ...AuditEntry[]];
  readonly notices?: readonly Notice[];
}

/** The same for a command that starts outside the organization (create, accept, decline). */
export interface DoneIn<Value> extends Omit<Done<Value>, "sent"> {
  readonly organizationId: string;
}

export interface StreamReply {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable;
  /** It tells what happens as it happens, so nothing of it is held back. */
  readonly live?: true;
}

type Audited = { readonly kind: "command"; readonly audit: string };
type Spec<Name extends OperationName> = Operations[Name];

type PublicHandler<Name extends OperationName> = (context: PublicContext, input: Input<Name>) => Promise<Output<Name>>;

type AccountHandler<Name extends OperationName> =
  Spec<Name> extends { kind: "stream" }
    ? (context: StreamContext, input: Input<Name>) => Promise<StreamReply>
    : Spec<Name> extends Audited
      ? (context: AuditedAccountContext, input: Input<Name>) => Promise<DoneIn<Output<Name>>>
      : (context: AccountContext, input: Input<Name>) => Promise<Output<Name>>;

type OrganizationHandler<Name extends OperationName> =
  Spec<Name> extends { kind: "stream" }
    ? (context: OrganizationStreamContext, input: Input<Name>) => Promise<StreamReply>
    : Spec<Name> extends { kind: "command" }
      ? (context: OrganizationContext, input: Input<Name>) => Promise<Done<Output<Name>>>
      : Spec<Name> extends { rehearses: true }
        ? (context: RehearsalContext<Input<Name>>) => Promise<Output<Name>>
        : (context: OrganizationContext, input: Input<Name>) => Promise<Output<Name>>;

/** The handler that an operation's declaration asks for. */
export type Handler<Name extends OperationName> = Name extends PublicName
  ? PublicHandler<Name>
  : Name extends AccountName
    ? AccountHandler<Name>
    : Name extends OrganizationName
      ? OrganizationHandler<Name>
      : never;

/** One handler for each operation; a missing one does not compile. */
export type Handlers = { readonly [Name in OperationName]: Handler<Name> };
