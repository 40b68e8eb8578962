import type { Bridge, CallOutput } from "#contract/bridge.ts";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import { FaultError } from "#renderer/bridge/client.ts";
import { firstOf, showKept } from "#renderer/bridge/reading.ts";
import type { Narrowing } from "./filters.ts";

/** `begins`: events from before that instant are not on this computer, and the server was not asked. */
export type LogPage = CallOutput<"auditEvent.list"> & { readonly begins?: string };

const pageSize = 100;

/** The newest page as it is kept on this computer, while the server is asked. */
export async function showNewest(bridge: Bridge, place: Parameters<typeof showKept>[1], input: Narrowing) {
  const asked = { ...input, limit: pageSize };
  await showKept(bridge, place, "auditEvent.list", asked, ({ value }) => firstOf(value));
}

/** The page after a position, back in time; the newest without one. */
export async function readOlder(bridge: Bridge, input: Narrowing, older: string | null): Promise<LogPage> {
  const answer = await bridge.call("auditEvent.list", {
    ...input,
    limit: pageSize,
    ...(older === null ? {} : { older }),
  });
  if (!answer.ok) throw new FaultError(answer.fault);
  const { value, source } = answer;
  return source.from === "snapshot" && source.begins !== undefined ? { ...value, begins: source.begins } : value;
}

/** Everything after a position, newest first; null when it could not be read. */
export async function readNewer(bridge: Bridge, input: Narrowing, position: string) {
  const items: AuditEvent[] = [];
  let newer = position;
  for (;;) {
    const answer = await bridge.call("auditEvent.list", { ...input, limit: pageSize, newer });
    if (!answer.ok) return null;
    items.unshift(...answer.value.items);
    newer = answer.value.newer ?? newer;
    if (answer.value.items.length < pageSize) return { items, newer, total: answer.value.total };
  }
}
