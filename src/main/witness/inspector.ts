import type { SignedAuditHead } from "#contract/entities/auditEvent.ts";
import type { WitnessAlarm } from "#contract/entities/witness.ts";
import { randomUUID } from "node:crypto";
import type { Remote } from "../remote/remote.ts";
import { examineLog, examineSignature, type Finding } from "./examine.ts";
import { DamagedHashes } from "./hashes.ts";
import { servedLog, Unanswered } from "./log.ts";
import { rewrittenOf, upTo, type WitnessRecord } from "./record.ts";
import type { WitnessStore } from "./store.ts";

export interface InspectorParts {
  readonly remote: Remote;
  readonly store: WitnessStore;
}

/** What one look at an organization's log came to; `unknown`: it could not be read, or not by this person. */
export type Look = "fine" | "alarm" | "unknown";

/**
 * Looks at a log once and keeps what it finds. An alarm stops further looks until somebody has answered for it.
 * Looks of one organization must not overlap.
 */
export async function inspect(
  { remote, store }: InspectorParts,
  organizationId: string,
  signal: AbortSignal,
): Promise<Look> {
  let record = await store.read(organizationId);
  if (record.alarm !== null) return "alarm";
  const keep = async (changes: Partial<WitnessRecord>) => {
    record = { ...record, ...changes };
    await store.write(organizationId, record);
  };
  const answer = await remote.call("auditEvent.head", { organizationId }, { signal });
  if (!answer.ok || signal.aborted) return "unknown";
  const shown = answer.value;
  try {
    const unsigned = examineSignature(shown, organizationId, await store.trustedKey());
    const log = servedLog(remote, organizationId, signal);
    const hashes = await store.hashes(organizationId);
    const parts = { organizationId, log, hashes, keep, answered: rewrittenOf(record) };
    // A signature that is no alarm, or that somebody answered for, says nothing of the log.
    const isAlarm = unsigned !== null && unsigned !== "formerKey" && !isAnswered(record, unsigned, shown);
    const finding = isAlarm ? unsigned : await examineLog(parts, record, shown);
    if (signal.aborted) return "unknown";
    if (finding !== null) {
      await keep({ alarm: alarmOf(record, finding, shown) });
      return "alarm";
    }
    if (unsigned !== null) return "fine";
    await store.trust(shown.publicKey);
    await keep({ head: shown, verifiedAt: shown.at });
    return "fine";
  } catch (error) {
    if (error instanceof Unanswered) return "unknown";
    if (!(error instanceof DamagedHashes)) throw error;
    // A damaged file of ours says nothing of the log: it is computed anew, and held to the last head.
    await keep({ verified: 0, patrolled: 0 });
    return "unknown";
  }
}

const alarmOf = (record: WitnessRecord, finding: NonNullable<Finding>, shown: SignedAuditHead): WitnessAlarm => ({
  id: randomUUID(),
  kind: finding.kind,
  revision: finding.revision,
  comesTo: ("comesTo" in finding ? finding.comesTo : undefined) ?? null,
  raisedAt: new Date().toISOString(),
  verified: upTo(record),
  witnessed: record.head,
  shown,
});

/** Somebody has answered for this very signature, and no other has held since. What differs in a log is always new. */
const isAnswered = ({ answered, head }: WitnessRecord, { kind }: NonNullable<Finding>, shown: SignedAuditHead) =>
  answered.some(
    ({ alarm }) =>
      alarm.kind === kind && alarm.shown.keyId === shown.keyId && alarm.witnessed?.signature === head?.signature,
  );

/**
 * A person answers for an alarm. What the server shows is taken up from the beginning, as if seen for the first time;
 * the alarm with both heads stays. False where it is not the alarm that stands.
 */
export async function answerFor(
  store: WitnessStore,
  organizationId: string,
  { alarmId, reason }: { readonly alarmId: string; readonly reason: string },
): Promise<boolean> {
  const record = await store.read(organizationId);
  const { alarm } = record;
  if (alarm?.id !== alarmId) return false;
  if (alarm.kind === "keyChanged") await store.trust(alarm.shown.publicKey);
  const answered = [...record.answered, { alarm, reason, at: new Date().toISOString() }];
  const sameLog = alarm.kind === "keyChanged" || alarm.kind === "badSignature";
  const anew = sameLog ? {} : { head: null, verified: 0, verifiedAt: null, patrolled: 0 };
  await store.write(organizationId, { ...record, ...anew, alarm: null, answered });
  return true;
}
