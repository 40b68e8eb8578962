import type { Fault } from "#contract/fault.ts";
import type { Remote } from "../remote/remote.ts";
import type { PersonalSnapshot, Unwritten } from "../snapshot/snapshot.ts";
import { isSameWindow, type FillWindow } from "../snapshot/window.ts";
import type { Standing } from "../snapshot/worker/protocol.ts";
import type { Resumption } from "../snapshot/worker/fills.ts";

interface Parts {
  readonly remote: Remote;
  readonly snapshot: PersonalSnapshot;
  readonly window: FillWindow;
  readonly signal: AbortSignal;
}

type OnProgress = (rows: number, expected: number) => void;

/** `unreached`: the server does not answer, so nothing else needs to be tried before it does again. */
export type Outcome = "done" | "gone" | "unreached" | Unwritten;

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
  const standings = await parts.snapshot.standings();
  if (standings === null) return "disk";
  const standing = standings.find((one) => one.organizationId === organizationId);
  if (standing === undefined) return await fill(parts, organizationId, onProgress);
  if (isSameWindow(standing.window, parts.window)) return await change(parts, standing, onProgress);
  const filled = await fill(parts, organizationId, onProgress);
  if (filled !== "full") return filled;
  // There is no room for another window; what is kept follows the server nevertheless.
  const changed = await change(parts, standing, onProgress);
  return changed === "done" ? filled : changed;
}

/** What changed since it was last up to date; where that cannot be told, all of it. */
async function change(
  parts: Parts,
  { organizationId, revision: since, mark }: Standing,
  onProgress: OnProgress,
): Promise<Outcome> {
  const { remote, snapshot, signal } = parts;
  const answer = await remote.call("organization.changes", { organizationId, since, mark }, { signal });
  if (signal.aborted) return "server";
  if (!answer.ok) return outcomeOf(answer.fault);
  const { reset, changes } = answer.value;
  if (reset === "sight") await snapshot.dropRows(organizationId);
  if (changes === null) return await fill(parts, organizationId, onProgress);
  return (await snapshot.change(organizationId, changes)) ?? "done";
}

/** Behind the place where a fill was cut, or from the beginning where that cannot be. */
async function fill(parts: Parts, organizationId: string, onProgress: OnProgress): Promise<Outcome> {
  const behind = await parts.snapshot.resumption(organizationId, parts.window);
  if (behind === "full") return behind;
  const resumed = behind === null ? "anew" : await resume(parts, organizationId, behind, onProgress);
  if (resumed !== "anew") return resumed;
  const filled = await readFill(parts, organizationId, null, onProgress);
  return filled === "part" || filled === "refused" ? "server" : filled;
}

type Filled = "part" | "refused" | Outcome;

async function readFill(
  { remote, snapshot, window, signal }: Parts,
  organizationId: string,
  after: string | null,
  onProgress: OnProgress,
): Promise<Filled> {
  const { days, mostEvents: events } = window;
  const place = after === null ? {} : { after };
  const stream = await remote.stream("snapshot.fill", { organizationId, days, events, ...place }, { signal });
  if (!stream.ok) {
    const refused = stream.fault.kind === "invalid" || stream.fault.kind === "outdated";
    return refused ? "refused" : outcomeOf(stream.fault);
  }
  const filled = await snapshot.fill(organizationId, { window, after, body: stream.value.body }, onProgress);
  return filled === "whole" ? "done" : filled;
}

/**
 * The rows that came before a cut are older than those behind it. What changed since the older ones makes all of them
 * one revision, the server's newest; only then they are shown. `anew`: the server does not go on there, or cannot tell
 * these changes.
 */
async function resume(
  parts: Parts,
  organizationId: string,
  { after, revision: since, mark }: Resumption,
  onProgress: OnProgress,
): Promise<Outcome | "anew"> {
  const { remote, snapshot, signal } = parts;
  const filled = await readFill(parts, organizationId, after, onProgress);
  if (filled === "refused") return "anew";
  if (filled !== "part") return filled;
  const answer = await remote.call("organization.changes", { organizationId, since, mark }, { signal });
  if (signal.aborted) return "server";
  if (!answer.ok) return outcomeOf(answer.fault);
  const { reset, changes } = answer.value;
  if (reset === "sight") await snapshot.dropRows(organizationId);
  if (changes === null) return "anew";
  return (await snapshot.publish(organizationId, changes)) ?? "done";
}

function outcomeOf(fault: Fault): Outcome {
  if (fault.kind === "offline") return "unreached";
  if (fault.kind === "notFound" && fault.what === "organization") return "gone";
  if (fault.kind === "forbidden") return "gone";
  return fault.kind === "unauthenticated" ? "unreached" : "server";
}
