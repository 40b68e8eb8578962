import path from "node:path";
import { parseArgs } from "node:util";
import { isCalendarDay } from "#domain/calendar/calendarDay.ts";

/** How much to invent. `members` and `events` are counted over all organizations together. */
export interface SampleOptions {
  readonly organizations: number;
  readonly members: number;
  readonly events: number;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly seed: number;
  /** The day on which the two years of history end. */
  readonly until: Date;
}

export const usage = `Usage: npm run sample -- [options]
  --organizations N  how many organizations (12)
  --members N        members over all organizations (400)
  --events N         audit events over all organizations, two years of them (50000)
  --data-dir DIR     data folder of the embedded PostgreSQL (.orgdesk)
  --seed N           another seed gives other people (1)
  --until DATE       last day of the history, YYYY-MM-DD (today)
  DATABASE_URL       fill this PostgreSQL instead; it must be empty`;

function countOf(name: string, text: string, least: number): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(count) && count >= least) return count;
  throw new Error(`--${name} takes a whole number of at least ${least}, not '${text}'.`);
}

function dayOf(text: string | undefined, now: Date): Date {
  const day = text ?? now.toISOString().slice(0, 10);
  if (isCalendarDay(day)) return new Date(`${day}T00:00:00.000Z`);
  throw new Error(`--until takes a day as YYYY-MM-DD, not '${day}'.`);
}

/** @throws Error with one sentence that says which option is wrong */
export function readSampleOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  now: Date,
): SampleOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      organizations: { type: "string", default: "12" },
      members: { type: "string", default: "400" },
      events: { type: "string", default: "50000" },
      "data-dir": { type: "string", default: ".orgdesk" },
      seed: { type: "string", default: "1" },
      until: { type: "string" },
    },
  });
  const organizations = countOf("organizations", values.organizations, 1);
  const members = countOf("members", values.members, organizations * 2);
  const databaseUrl = environment["DATABASE_URL"];
  return {
    organizations,
    members,
    // Every organization begins with its creation and every other member was invited and joined.
    events: countOf("events", values.events, members * 2),
    dataDir: path.resolve(values["data-dir"]),
    databaseUrl: databaseUrl === undefined || databaseUrl === "" ? null : databaseUrl,
    seed: countOf("seed", values.seed, 0),
    until: dayOf(values.until, now),
  };
}
