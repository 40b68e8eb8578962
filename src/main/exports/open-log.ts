import { answered } from "#contract/answer.ts";
import type { ConnectionState } from "../connection.ts";
import type { Remote } from "../remote/remote.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { OpenLog } from "./audit-exports.ts";
import { openKeptEvents } from "./kept-events.ts";

interface Parts {
  readonly remote: Remote;
  readonly snapshot: Pick<Snapshot, "answer">;
  readonly connection: ConnectionState;
}

/** Opens an audit log for an export: the server's, or without a connection what is kept of it. */
export const logOpener =
  ({ remote, snapshot, connection }: Parts): OpenLog =>
  async (wish, signal) => {
    if (connection.current() === "offline") return await openKeptEvents(snapshot, wish);
    const open = await remote.stream("auditEvent.export", wish, { signal });
    if (open.ok) return answered({ ...open.value, moment: null });
    if (open.fault.kind !== "offline") return open;
    connection.lost();
    return await openKeptEvents(snapshot, wish);
  };
