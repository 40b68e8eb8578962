import type { Hindrance } from "#contract/entities/offline.ts";
import type { Fault } from "#contract/fault.ts";
import type { Remote } from "../remote/remote.ts";
import type { PersonalSnapshot } from "../snapshot/snapshot.ts";
import type { FillWindow } from "../snapshot/worker/fill-reader.ts";

interface Parts {
  readonly remote: Remote;
  readonly snapshot: PersonalSnapshot;
  readonly window: FillWindow;
  /** By a fill, though something is kept: under another window. */
  readonly anew: boolean;
  readonly signal: AbortSignal;
}

type OnProgress = (rows: number, expected: number) => void;

/** `unreached`: the server does not answer, so nothing else needs to be tried before it does again. */
export type Outcome = "done" | "gone" | "unreached" | Hindrance;

/** Brings what is kept of an organization to the server's newest revision: by what changed, or by a fill. */
export async function updateOrganization(
  parts: Parts,
  organizationId: string,
  onProgress: OnProgress,
): Promise<Outcome> {
  const outcome = await update(parts, organizationId, onProgress);
  if (outcome === "gone") await parts.snapshot.forgetOrganization(organizationId);
  return outcome;
}

async function update(parts: Parts, organizationId: string, onProgress: OnProgress): Promise<Outcome> {
  const { remote, snapshot, signal } = parts;
  const standings = await snapshot.standings();
  if (standings === null) return "disk";
  const standing = standings.find((one) => one.organizationId === organizationId);
  if (standing === undefined || parts.anew) return await fill(parts, organizationId, onProgress);
  const { revision: since, mark } = standing;
  const answer = await remote.call("organization.changes", { organizationId, since, mark }, { signal });
  if (signal.aborted) return "server";
  if (!answer.ok) return outcomeOf(answer.fault);
  const { reset, changes } = answer.value;
  if (reset === "sight") await snapshot.dropRows(organizationId);
  if (changes === null) return await fill(parts, organizationId, onProgress);
  return (await snapshot.change(organizationId, changes)) ?? "done";
}

async function fill(parts: Parts, organizationId: string, onProgress: OnProgress): Promise<Outcome> {
  const { remote, snapshot, window, signal } = parts;
  const { days, mostEvents: events } = window;
  const behind = await snapshot.resumption(organizationId, window);
  const after = behind?.after ?? null;
  const place = after === null ? {} : { after };
  const stream = await remote.stream("snapshot.fill", { organizationId, days, events, ...place }, { signal });
  if (!stream.ok) {
    const refused = stream.fault.kind === "invalid" || stream.fault.kind === "outdated";
    // A server that cannot go on there can begin anew.
    if (refused && after !== null) await snapshot.dropStaged(organizationId);
    return outcomeOf(stream.fault);
  }
  const filled = await snapshot.fill(organizationId, { window, after, body: stream.value.body }, onProgress);
  if (filled === "whole") return "done";
  if (filled !== "part" || behind === null) return filled === "part" ? "disk" : filled;
  return await publish(parts, organizationId, behind);
}

/**
 * The rows that came before a cut are older than those behind it. What changed since the older ones makes all of them
 * one revision, the server's newest; only then they are shown.
 */
async function publish(
  { remote, snapshot, signal }: Parts,
  organizationId: string,
  { revision: since, mark }: { readonly revision: number; readonly mark: string },
): Promise<Outcome> {
  const answer = await remote.call("organization.changes", { organizationId, since, mark }, { signal });
  if (signal.aborted) return "server";
  if (!answer.ok) return outcomeOf(answer.fault);
  const { reset, changes } = answer.value;
  if (reset === "sight") await snapshot.dropRows(organizationId);
  if (changes !== null) return (await snapshot.publish(organizationId, changes)) ?? "done";
  await snapshot.dropStaged(organizationId);
  return "server";
}

function outcomeOf(fault: Fault): Outcome {
  if (fault.kind === "offline") return "unreached";
  if (fault.kind === "notFound" && fault.what === "organization") return "gone";
  if (fault.kind === "forbidden") return "gone";
  return fault.kind === "unauthenticated" ? "unreached" : "server";
}
