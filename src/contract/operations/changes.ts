import { isShallow } from "#domain/audit/orderedJson.ts";
import { irreversible } from "#domain/changes/inverse.ts";
import { z } from "zod";
import { ChangePreview } from "../entities/change.ts";
import { declare } from "../operation.ts";
import { id, json } from "../scalars.ts";

/** Deeper than any command's input; without an end, reading it could be made to take the server's stack. */
const shallow = json.refine((value) => isShallow(value, 6), "Nested too deep");

/** A command of an organization, without its `organizationId`. */
export const AnyChange = z.strictObject({
  operation: z.string().min(1).max(60).meta({ description: "Name of a command on an organization" }),
  input: z.record(z.string().max(60), shallow).meta({ description: "Its input, without organizationId" }),
});

export const changeOperations = declare({
  "change.preview": {
    method: "POST",
    path: "/v1/organizations/{organizationId}/changes/preview",
    summary: "What a command would do now: it is run for the person who asks and taken back; nothing stays of it.",
    access: "organization",
    permission: null,
    kind: "query",
    rehearses: true,
    input: z.strictObject({ organizationId: id, change: AnyChange }),
    output: ChangePreview,
    offline: "never",
    bridge: "open",
  },
  "change.inverse": {
    method: "GET",
    path: "/v1/organizations/{organizationId}/audit-events/{revision}/inverse",
    summary: "The command that takes an event back, ready to be previewed and run, or why there is none.",
    access: "organization",
    permission: "audit.view",
    kind: "query",
    input: z.strictObject({ organizationId: id, revision: z.coerce.number<number>().int().min(1) }),
    output: z.object({ change: AnyChange.nullable(), why: z.enum([...irreversible, "workspaceGone"]).nullable() }),
    offline: "never",
    bridge: "open",
  },
});
