import { z } from "zod";
import { expireAccess } from "../members/expire.ts";
import type { Pools } from "../storage/pools.ts";
import type { JobHandler } from "./worker.ts";

const payloadSchema = z.object({ organizationId: z.uuid() });

/** Writes down the ends of access whose time has come. */
export function accessEndHandler({ system }: Pick<Pools, "system">): JobHandler {
  return async (payload, { id }) => {
    const { organizationId } = payloadSchema.parse(payload);
    const moment = { requestId: `job:${id}`, at: new Date() };
    while (await system.transaction().execute((db) => expireAccess(db, organizationId, moment)));
  };
}
