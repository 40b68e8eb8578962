import { hash } from "node:crypto";
import type { Organization } from "#contract/entities/organization.ts";
import { refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { cleanLogo } from "../logo/clean.ts";
import { deleteLogo, logoBy, saveLogo } from "../storage/queries/logos.ts";
import { loadOrganization } from "../storage/queries/organizations.ts";
import { invalid } from "./invalid.ts";

const targetOf = ({ id, name }: Pick<Organization, "id" | "name">) => ({ type: "organization", id, name }) as const;

export const logoHandlers = {
  "organization.setLogo": async ({ db, account, organization }, { image, crop }) => {
    const { type, bytes } = await cleanLogo(image, crop ?? null);
    const digest = hash("sha256", bytes);
    const { logo } = await loadOrganization(db, account.id, organization.id);
    if (logo === digest) invalid("image", "nothingToChange", "This is the logo already");
    await saveLogo(db, organization.id, { digest, type, bytes });
    return {
      events: [{ target: targetOf(organization), before: { logo }, after: { logo: digest } }],
      output: () => loadOrganization(db, account.id, organization.id),
      outputReads: true,
    };
  },
  "organization.removeLogo": async ({ db, account, organization }) => {
    const { logo } = await loadOrganization(db, account.id, organization.id);
    if (logo === null) refuse({ kind: "notFound", what: "logo" });
    await deleteLogo(db, organization.id);
    return {
      events: [{ target: targetOf(organization), before: { logo }, after: { logo: null } }],
      output: () => loadOrganization(db, account.id, organization.id),
      outputReads: true,
    };
  },
  "organization.logo": async ({ db, organization }, { digest }) => {
    const logo = await logoBy(db, organization.id, digest);
    if (logo === undefined) return refuse({ kind: "notFound", what: "logo" });
    return { type: logo.type, base64: logo.bytes.toString("base64") };
  },
} satisfies Partial<Handlers>;
