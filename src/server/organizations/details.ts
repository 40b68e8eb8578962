import type { OrganizationDetails } from "#contract/entities/organization.ts";
import type { InputIssue } from "#contract/fault.ts";
import { isCountry } from "#domain/countries.ts";
import { foldEmail } from "#domain/email.ts";
import { readPhone } from "#domain/phone.ts";
import { isSlug } from "#domain/slug.ts";
import { cleanText, type TextRule } from "#domain/text.ts";
import { refuse } from "../dispatch/fault-error.ts";
import { textIssue } from "../operations/invalid.ts";

/** Details as an operation receives them: any of them may be left out. */
export type GivenDetails = {
  readonly [Field in keyof OrganizationDetails]?: OrganizationDetails[Field] | undefined;
};

type Checked = { readonly value: string } | { readonly issue: InputIssue };
type Check = (value: string) => Checked;

const text =
  (field: string, rule: TextRule): Check =>
  (value) => {
    const clean = cleanText(value, rule);
    return clean.ok ? { value: clean.text } : { issue: textIssue(field, clean.problem) };
  };

const known =
  (path: string, message: string, isKnown: (value: string) => boolean): Check =>
  (value) =>
    isKnown(value) ? { value } : { issue: { path, code: "unknown", message } };

const currencies = new Set(Intl.supportedValuesOf("currency"));

/** An IANA name; the runtime would also take offsets such as `+01:00`, which know no daylight saving. */
function isTimeZone(value: string): boolean {
  if (!/^[A-Za-z]/.test(value)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

const language: Check = (value) => {
  try {
    return { value: Intl.getCanonicalLocales(value)[0] ?? value };
  } catch {
    return { issue: { path: "language", code: "unknown", message: "Give a BCP 47 language tag, for example en-GB" } };
  }
};

/** Stored as mail would be sent to it. */
const contactEmail: Check = (value) => {
  if (value === "") return { value };
  const read = foldEmail(value);
  if (read.ok) return { value: read.email };
  return { issue: { path: "contactEmail", code: read.problem, message: "This is not an e-mail address" } };
};

const phone: Check = (value) => {
  const read = value === "" ? "" : readPhone(value);
  if (read !== null) return { value: read };
  const message = "Give a telephone number, for example +49 30 1234567";
  return { issue: { path: "phone", code: "unknown", message } };
};

const checks: { readonly [Field in keyof OrganizationDetails]?: Check } = {
  name: text("name", { max: 100 }),
  industry: text("industry", { max: 80, optional: true }),
  website: text("website", { max: 300, optional: true }),
  description: text("description", { max: 1000, multiline: true, optional: true }),
  slug: known("slug", "This address is reserved; choose another", isSlug),
  timeZone: known("timeZone", "Give an IANA time zone, for example Europe/Berlin", isTimeZone),
  currency: known("currency", "Give a currency that ISO 4217 lists", (value) => currencies.has(value)),
  language,
  contactEmail,
  phone,
  address: text("address", { max: 300, multiline: true, optional: true }),
  country: known("country", "Give a country of ISO 3166-1", (value) => value === "" || isCountry(value)),
};

const isField = (field: string): field is keyof OrganizationDetails => field !== "";

/** The given details as they are stored, or `invalid` with every issue at once. */
export function cleanDetails(given: GivenDetails): Partial<OrganizationDetails> {
  const issues: InputIssue[] = [];
  const clean: Record<string, string> = {};
  for (const [field, value] of Object.entries(given)) {
    if (value === undefined || !isField(field)) continue;
    const checked = checks[field]?.(value) ?? { value };
    if ("issue" in checked) issues.push(checked.issue);
    else clean[field] = checked.value;
  }
  if (issues.length > 0) refuse({ kind: "invalid", issues });
  return clean;
}
