import type { EvidenceItem, ReviewEvidence } from "#contract/entities/reviewEvidence.ts";
import type { ReviewFlag } from "#domain/review/outcome.ts";
import { isPossibleStart } from "#domain/review/started.ts";
import { shown } from "./covered.ts";

/** The words of the PDF, apart from how it is set. */
const flags: Readonly<Record<ReviewFlag, string>> = {
  gone: "Not carried out: no longer a member",
  moved: "Not carried out: role or status had changed",
  overtaken: "Was so already",
  refused: "Refused by the rules",
  withdrawn: "Withdrawn: it no longer fitted",
};

const formerFlags: Readonly<Record<ReviewFlag, string>> = {
  gone: "they were no longer a member",
  moved: "their role or status had changed",
  overtaken: "it was so already",
  refused: "the rules refused it",
  withdrawn: "it was withdrawn",
};

const refusals: Readonly<Record<string, string>> = {
  "forbidden: targetOutOfReach": "beyond the reviewer's role",
  "forbidden: roleOutOfReach": "a role that the reviewer may not give",
  "forbidden: needsApproval": "needs an owner's approval",
  "forbidden: missingPermission": "the reviewer lacked the permission",
  "forbidden: lastOwner": "the last owner stays",
  "forbidden: ownRole": "nobody raises themselves",
  "forbidden: unknownRole": "the role is gone",
  "forbidden: held": "the organization was deleted",
  "conflict: ownOrganization": "a person keeps their own organization",
  "notFound: organization": "the reviewer was no longer a member",
};

export function scopeWords({ scope, scopeName }: ReviewEvidence["review"]): string {
  switch (scope.kind) {
    case "all":
      return "All members";
    case "admins":
      return "Members with power over others";
    case "inactive":
      return `Members not seen for ${scope.days} ${scope.days === 1 ? "day" : "days"}`;
    case "workspace":
      return `Members with access to ${shown(scopeName, "one workspace")}`;
  }
  return scope satisfies never;
}

/** When it began is the word of the reviewer's computer; what the server knows cannot be otherwise. */
export function startedWords({ startedAt, receivedAt, asOf }: ReviewEvidence, { time }: Clock): string {
  if (receivedAt === null) return time(startedAt);
  const asOfAt = asOf.at === null ? null : Date.parse(asOf.at);
  const start = { startedAt: Date.parse(startedAt), asOfAt, receivedAt: Date.parse(receivedAt) };
  const whose = `${time(startedAt)}, as the reviewer's computer said`;
  return isPossibleStart(start) ? whose : `${whose}, whose clock was wrong`;
}

export function reviewedWords({ asOf: { revision, at } }: ReviewEvidence, { time }: Clock): string {
  const since = at === null ? "" : `, from ${time(at)}`;
  return `Revision ${revision} of the audit log${since}`;
}

type Decided = Pick<EvidenceItem, "decision" | "decidedRoleName">;

export function decisionWords({ decision, decidedRoleName }: Decided): string {
  switch (decision?.kind) {
    case undefined:
      return "Undecided";
    case "keep":
      return "Keep";
    case "changeRole":
      return `Make ${shown(decidedRoleName ?? "", "another role")}`;
    case "deactivate":
      return "Deactivate";
    case "remove":
      return "Remove";
  }
  return decision satisfies never;
}

/** What was decided before about somebody, one sentence each. */
export const formerWords = ({ former }: EvidenceItem, time: Clock["time"]): string[] =>
  former.map((one) => {
    const { decidedAt, seenRoleName, seen, flag } = one;
    const when = decidedAt === null ? "" : ` on ${time(decidedAt)}`;
    const as = `${shown(seenRoleName, "another role")}${seen.status === "active" ? "" : ", deactivated"}`;
    return `Decided before${when}: ${decisionWords(one)}, as ${as}. ${because(flag)}`;
  });

const because = (flag: ReviewFlag | null): string =>
  `Decided again because ${flag === null ? formerFlags.refused : formerFlags[flag]}.`;

export function outcomeWords({ outcome }: EvidenceItem): string {
  const { state, flag, refusal, revision } = outcome;
  if (flag !== null) return refusal === null ? flags[flag] : `${flags[flag]}: ${refusals[refusal] ?? refusal}`;
  if (state === "kept") return "Kept";
  if (state === "applied") return revision === null ? "Carried out" : `Carried out, event ${revision}`;
  return state === "undecided" ? "Left as it was" : "Not carried out";
}

export function seenWords({ seen }: EvidenceItem, day: (at: string) => string): readonly string[] {
  const status = seen.status === "deactivated" ? ", deactivated" : "";
  return [
    `${shown(seen.roleName, seen.role)}${status}`,
    seen.lastSeenAt === null ? "Never signed in" : `Seen ${day(seen.lastSeenAt)}`,
    seen.twoFactor ? "Two-factor on" : "Two-factor off",
  ];
}

export function recommendationWords({ recommendation }: EvidenceItem): string {
  const reasons = recommendation.reasons.map((reason) => {
    switch (reason.code) {
      case "inactive":
        return `inactive ${reason.days} days`;
      case "neverSignedIn":
        return "never signed in";
      case "moreThanNeeded":
        return `no use of ${reason.unused.length} permissions in ${reason.days} days`;
      case "noTwoFactor":
        return "no two-factor";
    }
    return reason satisfies never;
  });
  return reasons.length === 0 ? "None" : sentence(reasons.join(", "));
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Days and times of an organization's time zone. */
export function clockOf(timeZone: string) {
  const format = (options: Intl.DateTimeFormatOptions) => {
    try {
      return new Intl.DateTimeFormat("en-GB", { ...options, timeZone });
    } catch {
      return new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" });
    }
  };
  const date = { day: "numeric", month: "short", year: "numeric" } as const;
  const [day, time] = [
    format(date),
    format({ ...date, hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" }),
  ];
  return {
    day: (at: string): string => day.format(new Date(at)),
    time: (at: string): string => time.format(new Date(at)),
  };
}
export type Clock = ReturnType<typeof clockOf>;
