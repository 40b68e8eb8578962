import type { Fault } from "#contract/fault.ts";
import { delayBefore, waited } from "../back-off.ts";
import type { Remote } from "../remote/remote.ts";
import type { PersonalSnapshot } from "../snapshot/snapshot.ts";

/** How much of the audit log is kept: so many days back, and no more than so many events of an organization. */
export interface Window {
  readonly days: number;
  readonly events: number;
}

interface Parts {
  readonly remote: Remote;
  readonly snapshot: PersonalSnapshot;
  readonly window: Window;
  /** By a fill, though something is kept: under another window. */
  readonly anew: boolean;
  readonly signal: AbortSignal;
}

type OnProgress = (rows: number, expected: number) => void;

/** `unreached`: the server does not answer, so nothing else needs to be tried before it does again. */
export type Outcome = "done" | "gone" | "failed" | "unreached";

const mostTries = 4;
const delays = { firstMs: 1_000, mostMs: 15_000 };

/** Brings what is kept of an organization to the server's newest revision: by what changed, or by a fill. */
export async function updateOrganization(
  parts: Parts,
  organizationId: string,
  onProgress: OnProgress,
): Promise<Outcome> {
  for (let attempt = 1; attempt <= mostTries; attempt++) {
    const outcome = await updateOnce(parts, organizationId, onProgress);
    if (outcome === "gone") await parts.snapshot.forgetOrganization(organizationId);
    if (outcome !== "failed") return outcome;
    if (!(await waited(delayBefore(attempt, delays), parts.signal))) return "failed";
  }
  return "failed";
}

async function updateOnce(parts: Parts, organizationId: string, onProgress: OnProgress): Promise<Outcome> {
  const { remote, snapshot, signal } = parts;
  const standings = await snapshot.standings();
  if (standings === null) return "failed";
  const standing = standings.find((one) => one.organizationId === organizationId);
  if (standing === undefined || parts.anew) return await fill(parts, organizationId, onProgress);
  const { revision: since, mark } = standing;
  const answer = await remote.call("organization.changes", { organizationId, since, mark }, { signal });
  if (signal.aborted) return "failed";
  if (!answer.ok) return outcomeOf(answer.fault);
  const { reset, changes } = answer.value;
  if (reset === "sight") await snapshot.dropRows(organizationId);
  if (changes === null) return await fill(parts, organizationId, onProgress);
  return (await snapshot.change(organizationId, changes)) ? "done" : "failed";
}

async function fill(
  { remote, snapshot, window, signal }: Parts,
  organizationId: string,
  onProgress: OnProgress,
): Promise<Outcome> {
  const stream = await remote.stream(
    "snapshot.fill",
    { organizationId, days: window.days, events: window.events },
    { signal },
  );
  if (!stream.ok) return outcomeOf(stream.fault);
  const whole = await snapshot.fill(organizationId, window.events, stream.value.body, onProgress);
  return whole ? "done" : "failed";
}

function outcomeOf(fault: Fault): Outcome {
  if (fault.kind === "offline") return "unreached";
  if (fault.kind === "notFound" && fault.what === "organization") return "gone";
  if (fault.kind === "forbidden") return "gone";
  return fault.kind === "unauthenticated" ? "unreached" : "failed";
}
