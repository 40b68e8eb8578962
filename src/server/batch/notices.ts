import type { Db } from "../storage/database.ts";
import { announce, type Notice } from "../feed/notices.ts";

/** A desktop that hears of progress more often than this has nothing of it. In milliseconds. */
const pace = 400;

/** Tells the person's desktops that something goes on, now and then and in the end. */
export function progressNotices(system: Db, notice: Notice) {
  let told = 0;
  let last: Promise<unknown> = Promise.resolve();
  const send = () => announce(system, [notice]);
  return {
    tell: (): void => {
      const now = Date.now();
      if (now - told < pace) return;
      told = now;
      // A lost notice costs a moment; the next one tells the same.
      last = send().catch(() => undefined);
    },
    end: async (): Promise<void> => {
      await last;
      await send();
    },
  };
}
