import { z } from "zod";
import { DeletionCertificate, DeletionImpact } from "../entities/deletion.ts";
import { Organization } from "../entities/organization.ts";
import { declare } from "../operation.ts";
import { id } from "../scalars.ts";

export const deletionOperations = declare({
  "deletion.preview": {
    method: "GET",
    path: "/v1/organizations/{organizationId}/deletion",
    summary: "What deleting the organization would remove.",
    access: "organization",
    permission: "organization.delete",
    kind: "query",
    input: z.strictObject({ organizationId: id }),
    output: DeletionImpact,
    offline: "never",
    bridge: "open",
  },
  "deletion.request": {
    method: "POST",
    path: "/v1/organizations/{organizationId}/deletion",
    summary: "Delete the organization: its name is typed and the password confirmed; it is held, then purged.",
    access: "organization",
    permission: "organization.delete",
    kind: "command",
    audit: "organization.deletionScheduled",
    proof: ["name", "password"],
    input: z.strictObject({ organizationId: id, name: z.string().max(200), password: z.string().min(1).max(256) }),
    output: Organization,
    offline: "never",
    bridge: "open",
  },
  "deletion.restore": {
    method: "POST",
    path: "/v1/organizations/{organizationId}/deletion/restore",
    summary: "Restore a deleted organization while it is held.",
    access: "organization",
    permission: null,
    kind: "command",
    whileHeld: true,
    audit: "organization.restored",
    input: z.strictObject({ organizationId: id }),
    output: Organization,
    offline: "never",
    bridge: "open",
  },
  "deletion.listCertificates": {
    method: "GET",
    path: "/v1/me/deletion-certificates",
    summary: "Certificates of purged organizations that the person owned, newest first.",
    access: "account",
    kind: "query",
    input: z.strictObject({}),
    output: z.object({ items: z.array(DeletionCertificate) }),
    offline: "snapshot",
    bridge: "open",
  },
});
