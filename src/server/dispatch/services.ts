import type { FastifyBaseLogger } from "fastify";
import type { SigningKey } from "../audit/signing-key.ts";
import type { Sealing } from "../accounts/sealing.ts";
import type { FeedHub } from "../feed/hub.ts";
import type { Listener } from "../storage/listen.ts";
import type { Pools } from "../storage/pools.ts";

/** What every operation can reach. */
export interface Services {
  readonly pools: Pools;
  readonly log: FastifyBaseLogger;
  /** Hears what any server on the same database announces. */
  readonly listener: Listener;
  readonly feed: FeedHub;
  /** Signs heads of audit logs. */
  readonly signingKey: SigningKey;
  /** For secrets that are stored and read again. */
  readonly sealing: Sealing;
  /** Where people reach this server: the start of every mailed link. */
  readonly publicUrl: string;
}

/** Who calls, as far as HTTP tells. The token is not checked yet. */
export interface Caller {
  readonly requestId: string;
  readonly address: string;
  readonly userAgent: string;
  readonly token: string | null;
  readonly idempotencyKey: string | null;
  /** The basis of a preview, without which a command is run as things stand. */
  readonly basis: string | null;
  readonly now: Date;
}
