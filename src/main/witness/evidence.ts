import { sealedOf, type AuditEvent } from "#contract/entities/auditEvent.ts";
import type { WitnessAlarm, WitnessEvidence } from "#contract/entities/witness.ts";
import { textOf } from "#domain/audit/chain.ts";
import { headText } from "#domain/audit/head.ts";
import { walk } from "#domain/audit/witness.ts";
import type { Remote } from "../remote/remote.ts";
import { sha256 } from "./signatures.ts";
import type { WitnessStore } from "./store.ts";

export interface EvidenceParts {
  readonly remote: Remote;
  readonly store: WitnessStore;
  /** An event as this desktop keeps it for working without a connection. */
  readonly kept: (organizationId: string, revision: number) => Promise<AuditEvent | null>;
}

/** Gathers what shows the alarm to somebody else. The event as it was counts only if it hashes to what was seen. */
export async function evidenceOf(
  { remote, store, kept }: EvidenceParts,
  organizationId: string,
  alarm: WitnessAlarm,
): Promise<WitnessEvidence> {
  const { revision, witnessed, shown } = alarm;
  const signedTexts = { witnessed: witnessed && headText(witnessed), shown: headText(shown) };
  const evidence = { organizationId, alarm, signedTexts };
  if (revision === null) return { ...evidence, keptHash: null, was: null, now: null };
  const keptHash = await keptHashOf(store, organizationId, revision);
  const answer = await remote.call("auditEvent.get", { organizationId, revision });
  const old = await kept(organizationId, revision);
  return {
    ...evidence,
    keptHash,
    was: old && isSeen(old, keptHash) ? old : null,
    now: answer.ok ? answer.value : null,
  };
}

/** The hash that was computed for an event before; null where none was, or where it is lost. */
async function keptHashOf(store: WitnessStore, organizationId: string, revision: number): Promise<string | null> {
  if (revision > (await store.read(organizationId)).verified) return null;
  const read = (await store.hashes(organizationId)).read(revision, 1);
  const [hash = null] = await read.catch(() => []);
  return hash;
}

function isSeen(event: AuditEvent, keptHash: string | null): boolean {
  if (keptHash === null) return false;
  const head = { revision: event.revision - 1, hash: event.previousHash };
  const beginning = { organizationId: event.organizationId, head, kept: [keptHash] };
  return walk([textOf(sealedOf(event))], beginning, sha256).difference === null;
}
