import { readAccessEndText, type AccessEndTextProblem } from "./accessEndText.ts";
import { cleanText } from "./text.ts";

/** As many lines as one import takes. */
export const mostImportLines = 5_000;

/** Why a line does not become an invitation, in the order in which they are looked for. */
export const importProblems = [
  "invalid",
  "repeated",
  "alreadyMember",
  "alreadyInvited",
  "unknownRole",
  "roleOutOfReach",
  "roleSeesAll",
  "unknownWorkspace",
  "message",
  "unreadableEnd",
  "pastEnd",
  "tooFarEnd",
] as const;
export type ImportProblem = (typeof importProblems)[number];

/** What a line asks for besides its address. */
export interface WantedOffer {
  readonly role: string;
  readonly workspaces: readonly string[];
  readonly message: string;
  /** The last day, or the instant at which access ends; empty where it has no end. */
  readonly accessUntil: string;
}

/** What the importer may give; names are folded by `nameKey`. */
export interface ImportReach {
  /** Every role by key and by name. */
  readonly roles: ReadonlyMap<string, ReachedRole>;
  /** The workspaces that the importer sees, by id, short name and name; null where a name means several. */
  readonly workspaces: ReadonlyMap<string, ReachedWorkspace | null>;
  /** In milliseconds since 1970. */
  readonly now: number;
  /** The time zone (IANA) by whose calendar days end. */
  readonly timeZone: string;
}

/** A workspace that the importer sees. */
export interface ReachedWorkspace {
  readonly id: string;
  readonly slug: string;
}

/** A role of the organization, and whether the importer may give it. */
export interface ReachedRole {
  readonly key: string;
  /** Whether the importer may invite with it. */
  readonly given: boolean;
  readonly seesAll: boolean;
}

export type JudgedOffer =
  | {
      readonly why: null;
      readonly role: string;
      /** Each once, in the order of their ids. */
      readonly workspaces: readonly ReachedWorkspace[];
      readonly message: string;
      /** In milliseconds since 1970; null where access has no end. */
      readonly accessUntil: number | null;
    }
  | { readonly why: ImportProblem };

/** Names are the same whatever their case, width and outer blanks. */
export const nameKey = (name: string): string => name.trim().normalize("NFKC").toLowerCase();

/**
 * Whether the importer may make this offer. A role above their own is refused line by line, as one by one, and a
 * workspace that they do not see is as unknown as one of another organization (CVE-2026-11577).
 */
export function judgeOffer(offer: WantedOffer, reach: ImportReach): JudgedOffer {
  const { role, workspaces, message, accessUntil } = offer;
  const wanted = reach.roles.get(nameKey(role));
  if (wanted === undefined) return { why: "unknownRole" };
  if (!wanted.given) return { why: "roleOutOfReach" };
  if (wanted.seesAll && workspaces.length > 0) return { why: "roleSeesAll" };
  const found = workspaces.map((name) => reach.workspaces.get(nameKey(name)) ?? null);
  if (found.includes(null)) return { why: "unknownWorkspace" };
  const clean = cleanText(message, { max: 1000, multiline: true, optional: true });
  if (!clean.ok) return { why: "message" };
  const end = readAccessEndText(accessUntil, reach);
  if (!end.ok) return { why: whyOfEnd[end.problem] };
  const known = new Map(found.filter((each) => each !== null).map((each) => [each.id, each]));
  const each = [...known.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { why: null, role: wanted.key, workspaces: each, message: clean.text, accessUntil: end.until };
}

const whyOfEnd: Readonly<Record<AccessEndTextProblem, ImportProblem>> = {
  unreadable: "unreadableEnd",
  past: "pastEnd",
  tooFar: "tooFarEnd",
};
