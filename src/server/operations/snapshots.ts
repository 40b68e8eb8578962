import type { Handlers } from "../dispatch/handlers.ts";
import { changesSince } from "../snapshot/changes.ts";
import { openMomentContext } from "../snapshot/moment-context.ts";
import { streamFill } from "../snapshot/stream.ts";

export const snapshotHandlers = {
  "snapshot.fill": streamFill,
  "organization.changes": async (asked, input) => {
    const { context, close } = await openMomentContext(asked);
    let ended: unknown;
    try {
      return await changesSince(context, input);
    } catch (error) {
      ended = error;
      throw error;
    } finally {
      await close(ended);
    }
  },
} satisfies Partial<Handlers>;
