import { hash } from "node:crypto";
import type { Organization } from "#contract/entities/organization.ts";
import type { Input } from "#contract/operations.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { refuse } from "../dispatch/fault-error.ts";
import type { Done, Handlers } from "../dispatch/handlers.ts";
import { preparing } from "../dispatch/preparing.ts";
import { cleanLogo, type CleanLogo } from "../logo/clean.ts";
import { deleteLogo, logoBy, saveLogo } from "../storage/queries/logos.ts";
import { loadOrganization } from "../storage/queries/organizations.ts";
import { invalid } from "./invalid.ts";

const targetOf = ({ id, name }: Pick<Organization, "id" | "name">) => ({ type: "organization", id, name }) as const;

/** A preview looks at no picture: it tells of another logo, whatever it is. */
const unseen: CleanLogo = { type: "image/webp", bytes: Buffer.alloc(1) };

const cleaned = ({ image, crop }: Input<"organization.setLogo">) => cleanLogo(image, crop ?? null);

async function setLogo(
  { db, account, organization }: OrganizationContext,
  made: CleanLogo | null,
): Promise<Done<Organization>> {
  const { type, bytes } = made ?? unseen;
  const digest = hash("sha256", bytes);
  const { logo } = await loadOrganization(db, account.id, organization.id);
  if (logo === digest) invalid("image", "nothingToChange", "This is the logo already");
  await saveLogo(db, organization.id, { digest, type, bytes });
  return {
    events: [{ target: targetOf(organization), before: { logo }, after: { logo: digest } }],
    output: () => loadOrganization(db, account.id, organization.id),
    outputReads: true,
  };
}

export const logoHandlers = {
  "organization.setLogo": preparing<Input<"organization.setLogo">, CleanLogo, Organization>(cleaned, setLogo),
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
