import type { Db } from "../storage/database.ts";
import { enqueue } from "../storage/outbox.ts";

export const accessEndJob = "accessEnd";

/** Has ended access written down when its time comes. An end that was moved by then is left alone. */
export async function scheduleAccessEnd(db: Db, organizationId: string, at: Date): Promise<void> {
  await enqueue(db, accessEndJob, { organizationId }, at);
}
