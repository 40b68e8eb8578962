import { answered, failed, type Answer } from "#contract/answer.ts";
import type { WitnessAlarm, WitnessEvidence, WitnessStatus } from "#contract/entities/witness.ts";
import type { FeedEvent } from "#contract/feed.ts";
import { hasPermission, policyOf } from "#domain/policy/policy.ts";
import { describeError, type Logger } from "../logger.ts";
import { createQueue } from "../sync/queue.ts";
import { evidenceOf, type EvidenceParts } from "./evidence.ts";
import { answerFor, inspect } from "./inspector.ts";
import { patrol } from "./patrol.ts";
import { statusOf } from "./record.ts";
import { createRounds, defaultPace, type Pace } from "./rounds.ts";

/** Watches the audit logs that the person may see, in the background, for as long as they are signed in. */
export interface Witness {
  start(): void;
  stop(): void;
  heard(event: FeedEvent): void;
  status(organizationId: string): Promise<WitnessStatus>;
  /** Of these organizations, those about whose log an alarm stands. */
  alarmed(organizationIds: readonly string[]): Promise<string[]>;
  /**
   * A person answers for the alarm that stands, with a reason; without one it stays. The key is the server's: who
   * answers for another one answers for it in every organization.
   */
  acknowledge(organizationId: string, given: { alarmId: string; reason: string }): Promise<Answer<WitnessStatus>>;
  evidence(organizationId: string): Promise<Answer<WitnessEvidence>>;
}

export interface WitnessOptions extends EvidenceParts {
  readonly online: () => boolean;
  readonly onStatus: (organizationId: string, status: WitnessStatus) => void;
  readonly logger: Logger;
  /** Between two looks at one organization, in milliseconds. */
  readonly gapMs?: number;
  readonly pace?: Pace;
}

const defaultGapMs = 5_000;
/** The first screens come before the first look. */
const firstPauseMs = 1_000;
const wholePage = 1000;
/** Stands in the queue for the next stretch of whichever past is due. */
const past = "past";

export function createWitness(options: WitnessOptions): Witness {
  const { store, online, onStatus, logger, gapMs = defaultGapMs, pace = defaultPace } = options;
  let running: AbortController | null = null;
  let beginning: NodeJS.Timeout | undefined;
  let patrolling: NodeJS.Timeout | undefined;
  let watched: ReadonlySet<string> = new Set();
  const lookedAt = new Map<string, number>();
  const pausing = new Map<string, NodeJS.Timeout>();
  const tell = async (organizationId: string) => {
    const status = statusOf(await store.read(organizationId));
    onStatus(organizationId, status);
    return status;
  };
  const rounds = createRounds(pace);
  const lookAt = async (organizationId: string, signal: AbortSignal) => {
    lookedAt.set(organizationId, Date.now());
    if ((await inspect(options, organizationId, signal)) !== "unknown") await tell(organizationId);
  };
  const queue = createQueue(1, async (what) => {
    const signal = running?.signal;
    if (signal === undefined) return;
    try {
      await (what === past ? lookBack(signal) : lookAt(what, signal));
    } catch (error) {
      logger.warn("An audit log could not be witnessed", describeError(error));
    }
  });
  const lookSoon = (organizationId: string) => {
    if (pausing.has(organizationId)) return;
    const due = () => {
      pausing.delete(organizationId);
      queue.add(organizationId);
    };
    const since = Date.now() - (lookedAt.get(organizationId) ?? 0);
    // A clock that was put back makes nobody wait longer.
    pausing.set(organizationId, setTimeout(due, Math.min(gapMs, Math.max(0, gapMs - since))).unref());
  };
  const lookBackSoon = () => {
    clearTimeout(patrolling);
    patrolling = setTimeout(() => queue.add(past), pace.pauseMs).unref();
  };
  const forget = (organizationId: string) => {
    watched = watched.difference(new Set([organizationId]));
  };
  /** Goes on for as long as the server answers; when it does again, the feed says so. */
  const lookBack = async (signal: AbortSignal) => {
    if (!online()) return;
    const organizationId = rounds.next(watched);
    if (organizationId !== null) {
      const { stretch, events } = await patrol(options, organizationId, signal);
      if (stretch === "unanswered" || signal.aborted) return;
      rounds.done(organizationId, events);
      if (stretch === "refused") forget(organizationId);
      if (stretch === "suspicious") lookSoon(organizationId);
    }
    lookBackSoon();
  };
  const refresh = async () => {
    const signal = running?.signal;
    const found = signal && (await watchable(options, signal));
    if (!found || signal.aborted) return null;
    const before = watched;
    watched = new Set(found);
    return { before, watched };
  };
  const lookAtAll = async () => {
    for (const organizationId of (await refresh())?.watched ?? []) lookSoon(organizationId);
  };
  const lookAtAllSoon = () => {
    clearTimeout(beginning);
    beginning = setTimeout(() => void lookAtAll(), Math.min(gapMs, firstPauseMs)).unref();
  };
  const lookAtNew = async () => {
    const sets = await refresh();
    for (const organizationId of sets?.watched.difference(sets.before) ?? []) lookSoon(organizationId);
  };
  const stop = () => {
    running?.abort();
    running = null;
    queue.clear();
    clearTimeout(beginning);
    clearTimeout(patrolling);
    for (const timer of pausing.values()) clearTimeout(timer);
    pausing.clear();
  };
  const answerForKey = async ({ kind, shown }: WitnessAlarm, reason: string) => {
    if (kind !== "keyChanged") return;
    for (const organizationId of watched) {
      const { alarm } = await store.read(organizationId);
      if (alarm?.kind !== kind || alarm.shown.publicKey !== shown.publicKey) continue;
      await answerFor(store, organizationId, { alarmId: alarm.id, reason });
      lookSoon(organizationId);
      await tell(organizationId);
    }
  };
  return {
    start: () => {
      stop();
      running = new AbortController();
    },
    stop,
    heard: (event) => {
      if (event.type === "ready" || event.type === "membershipStarted") lookAtAllSoon();
      if (event.type === "ready") lookBackSoon();
      if (event.type === "membershipEnded") forget(event.organizationId);
      if (event.type !== "changed") return;
      if (watched.has(event.organizationId)) lookSoon(event.organizationId);
      // The person's own role may have changed, and with it what they see.
      else if (event.topics.includes("members") || event.topics.includes("permissions")) void lookAtNew();
    },
    status: async (organizationId) => statusOf(await store.read(organizationId)),
    alarmed: async (organizationIds) => {
      const alarms = await Promise.all(organizationIds.map(async (id) => (await store.read(id)).alarm));
      return organizationIds.filter((_, place) => alarms[place] !== null);
    },
    acknowledge: async (organizationId, given) => {
      const { alarm } = await store.read(organizationId);
      const isThis = alarm !== null && (await answerFor(store, organizationId, given));
      if (!isThis) return failed({ kind: "conflict", code: "stateMoved" });
      await answerForKey(alarm, given.reason);
      lookSoon(organizationId);
      return answered(await tell(organizationId));
    },
    evidence: async (organizationId) => {
      const { alarm } = await store.read(organizationId);
      if (alarm === null) return failed({ kind: "notFound", what: "alarm" });
      return answered(await evidenceOf(options, organizationId, alarm));
    },
  };
}

/** The organizations whose log the person may see. */
async function watchable({ remote }: WitnessOptions, signal: AbortSignal): Promise<string[] | null> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ;) {
    const given = cursor === undefined ? {} : { cursor };
    const page = await remote.call("organization.list", { limit: wholePage, ...given }, { signal });
    if (!page.ok || signal.aborted) return null;
    const seen = page.value.items.filter(({ preset, adminsDemoteAdmins, customRoles, me }) =>
      hasPermission(policyOf(preset, { switches: { adminsDemoteAdmins }, customRoles }), me.role, "audit.view"),
    );
    ids.push(...seen.map(({ id }) => id));
    if (page.value.next === null) return ids;
    cursor = page.value.next;
  }
}
