import type { SystemPermission } from "#domain/policy/permissions.ts";
import type { z } from "zod";
import type { AuditAction } from "./audit.ts";

/**
 * How often an operation may be called, counted per address and, where `subject` names a field, per its value;
 * behind a sign-in `accountId` is the person who calls.
 */
export interface RateRule {
  readonly perAddress: number;
  readonly perSubject?: number;
  readonly subject?: string;
  readonly seconds: number;
}

/**
 * How much a command on an organization may do in a time, so that it cannot be used to flood people with mail. A call
 * that is refused or fails counts nothing, nor does the replay of one that was done.
 */
export interface AmountRule {
  /** The field whose entries are counted, each as one; without it a call counts as one. */
  readonly each?: string;
  readonly perOrganization: number;
  /** Of one person, in all their organizations. */
  readonly perAccount: number;
  readonly perSubject?: number;
  /** The field whose every value has a count of its own. */
  readonly subject?: string;
  readonly seconds: number;
}

interface Common {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** Fields of `input` in braces come from the path; the rest from the query (GET, DELETE) or the body. */
  readonly path: `/v1/${string}`;
  readonly summary: string;
  /** Largest body in bytes, where it may be larger than that of other operations. */
  readonly bodyLimit?: number;
  readonly input: z.ZodObject;
  readonly output: z.ZodType;
  /** Whether the desktop may answer from its snapshot when there is no connection. */
  readonly offline: "snapshot" | "never";
  /** Whether an answer can take hundreds of kilobytes, so that it is compressed on its way. Streams are in any case. */
  readonly large?: true;
  /** Whether the same input has the same answer for ever, so that what the desktop kept of it is as good as new. */
  readonly lasting?: true;
  /** `closed`: answers carry secrets, so the renderer cannot call it; the desktop's main process does. */
  readonly bridge: "open" | "closed";
}

/** Anybody may call it; so it is always rate limited. */
type PublicOperation = Common & {
  readonly access: "public";
  readonly kind: "query" | "command";
  readonly limit: RateRule;
};

/** A signed-in person, about themselves. A command that touches an organization names its audit action. */
type AccountOperation = Common & { readonly access: "account" } & (
    | { readonly kind: "query" }
    | { readonly kind: "stream" }
    | {
        readonly kind: "command";
        readonly audit: AuditAction | null;
        readonly limit?: RateRule;
        /** The answer holds a secret that is stored nowhere else, so it is not kept for a retry: that runs again. */
        readonly answersSecret?: true;
      }
  );

/** An active member of the organization in the path, holding the permission (`null`: membership is enough). */
type OrganizationOperation = Common & {
  readonly access: "organization";
  readonly permission: SystemPermission | null;
} & (
    | {
        readonly kind: "query";
        /** Whether it runs a command under the organization's lock and takes it back. */
        readonly rehearses?: true;
      }
    | { readonly kind: "stream" }
    | {
        readonly kind: "command";
        readonly audit: AuditAction;
        readonly limit?: AmountRule;
        /** Whether it works while the organization is deleted and held; everything else then only reads. */
        readonly whileHeld?: true;
        /** Fields that prove who asks, or that it is meant. A preview leaves them out, so that none can be guessed by it. */
        readonly proof?: readonly string[];
      }
  );

/** One operation of the system, declared once; route, client, bridge call, OpenAPI and guards derive from it. */
export type Operation = PublicOperation | AccountOperation | OrganizationOperation;

/** Keeps the literal types of a group of operations while checking each against `Operation`. */
export const declare = <const Group extends Record<string, Operation>>(group: Group): Group => group;
