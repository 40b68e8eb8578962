import { z } from "zod";
import { Logo, LogoCrop, LogoImage } from "../entities/logo.ts";
import { Organization } from "../entities/organization.ts";
import { declare } from "../operation.ts";
import { id } from "../scalars.ts";

const path = "/v1/organizations/{organizationId}/logo";

export const logoOperations = declare({
  "organization.setLogo": {
    method: "PUT",
    path,
    summary: "Give an organization a logo: a PNG, JPG or SVG of at most 2 MB, cropped to a square.",
    access: "organization",
    permission: "organization.edit",
    kind: "command",
    audit: "organization.logoChanged",
    amount: { perOrganization: 60, perAccount: 120, seconds: 3600 },
    bodyLimit: 3 * 1024 * 1024,
    input: z.strictObject({ organizationId: id, image: LogoImage, crop: LogoCrop.optional() }),
    output: Organization,
    offline: "never",
    bridge: "open",
  },
  "organization.removeLogo": {
    method: "DELETE",
    path,
    summary: "Take an organization's logo away.",
    access: "organization",
    permission: "organization.edit",
    kind: "command",
    audit: "organization.logoRemoved",
    input: z.strictObject({ organizationId: id }),
    output: Organization,
    offline: "never",
    bridge: "open",
  },
  "organization.logo": {
    method: "GET",
    path: `${path}/{digest}`,
    summary: "The logo with this digest, which the organization names.",
    access: "organization",
    permission: null,
    kind: "query",
    lasting: true,
    input: z.strictObject({ organizationId: id, digest: z.string().regex(/^[0-9a-f]{64}$/) }),
    output: Logo,
    offline: "snapshot",
    bridge: "open",
  },
});
