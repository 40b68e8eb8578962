import { z } from "zod";
import { LockoutGuard } from "../entities/lockout.ts";
import { declare } from "../operation.ts";
import { id } from "../scalars.ts";

export const lockoutOperations = declare({
  "lockout.listPending": {
    method: "GET",
    path: "/v1/me/lockout-guards",
    summary: "Changes of ownership that wait for a confirmation, in the organizations the person owns.",
    access: "account",
    kind: "query",
    input: z.strictObject({}),
    output: z.object({ items: z.array(LockoutGuard) }),
    offline: "snapshot",
    bridge: "open",
  },
  "lockout.confirm": {
    method: "POST",
    path: "/v1/organizations/{organizationId}/lockout-guards/{guardId}/confirm",
    summary: "Confirm, with the password, that a change of ownership leaves somebody who can administer.",
    access: "organization",
    permission: "role.manage",
    kind: "command",
    audit: "lockout.confirmed",
    input: z.strictObject({ organizationId: id, guardId: id, password: z.string().min(1).max(256) }),
    output: z.object({ guardId: id }),
    offline: "never",
    bridge: "open",
  },
});
