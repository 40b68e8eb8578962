import type { Organization, OrganizationDetails } from "#contract/entities/organization.ts";
import { foldEmail } from "#domain/email.ts";
import { readPhone } from "#domain/phone.ts";
import { isSlug } from "#domain/slug.ts";

export const detailFields = [
  "name",
  "slug",
  "type",
  "industry",
  "size",
  "website",
  "description",
  "timeZone",
  "currency",
  "language",
  "dateFormat",
  "timeFormat",
  "privacyLaw",
  "contactEmail",
  "phone",
  "address",
  "country",
] as const satisfies readonly (keyof OrganizationDetails)[];

/** What a person has typed so far, field by field; what is not here is as the organization has it. */
export type Edits = Partial<OrganizationDetails>;

/** The fields that differ from what is saved, ready to be sent: nothing else goes to the server. */
export function changesOf(edits: Edits, saved: Organization): Edits {
  const changed = detailFields.filter((field) => field in edits && sent(edits)[field] !== saved[field]);
  return pick(sent(edits), changed);
}

/** What undoes these changes: the saved values of the same fields. */
export function inverseOf(changes: Edits, saved: Organization): Edits {
  return pick(
    saved,
    detailFields.filter((field) => field in changes),
  );
}

/** What was typed after these edits were sent. */
export function typedSince(edits: Edits, now: Edits): Edits {
  return pick(
    now,
    detailFields.filter((field) => field in now && now[field] !== edits[field]),
  );
}

function pick(from: Edits, fields: readonly (keyof Edits)[]): Edits {
  return Object.fromEntries(fields.map((field) => [field, from[field]]));
}

/** Texts without outer space; 'example.com' means its secure address. */
function sent(edits: Edits): Edits {
  const trimmed = Object.entries(edits).map(([field, value]) => [field, value.trim()]);
  const texts: Edits = Object.fromEntries(trimmed);
  const { website } = texts;
  if (website === undefined || website === "" || /^https?:/i.test(website)) return texts;
  return { ...texts, website: `https://${website}` };
}

type WrongCode = "nameMissing" | "slugWrong" | "websiteWrong" | "emailWrong" | "phoneWrong";
export type Wrong = Partial<Record<keyof OrganizationDetails, WrongCode>>;

/** What is wrong with the changes before anybody is asked. */
export function wrongOf(changes: Edits): Wrong {
  const { name, slug, website, contactEmail, phone } = changes;
  return {
    ...(name === "" ? { name: "nameMissing" } : {}),
    ...(slug !== undefined && !isSlug(slug) ? { slug: "slugWrong" } : {}),
    ...(website && !URL.parse(website)?.hostname.includes(".") ? { website: "websiteWrong" } : {}),
    ...(contactEmail && !foldEmail(contactEmail).ok ? { contactEmail: "emailWrong" } : {}),
    ...(phone && readPhone(phone) === null ? { phone: "phoneWrong" } : {}),
  };
}
