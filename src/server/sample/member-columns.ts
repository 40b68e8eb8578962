import { day } from "#domain/calendar/lengths.ts";
import type { BulkColumn } from "../storage/bulk.ts";
import type { SampleMember, SampleOrganization } from "./agency.ts";
import type { Random } from "./random.ts";

/** What is kept of a member beside their place. */
export interface SampleDetails {
  readonly memberId: string;
  readonly phone: string;
  readonly jobTitle: string;
  readonly department: string;
  readonly notes: string;
}

type Job = readonly [title: string, department: string];

const jobs: readonly [Job, ...Job[]] = [
  ["Account director", "Client services"],
  ["Media planner", "Media"],
  ["Analyst", "Insights"],
  ["Copywriter", "Creative"],
  ["Community manager", "Social"],
  ["Finance lead", "Operations"],
];

const notes: readonly [string, ...string[]] = [
  "Covers for the team lead in August.",
  "Freelance until the spring campaign is over.",
  "Prefers mail to calls.",
  "Handles the quarterly report.",
];

/** Details of about every second member, notes about every tenth. */
export function inventDetails(random: Random, { members }: SampleOrganization): SampleDetails[] {
  return members.flatMap(({ id }): SampleDetails[] => {
    const [jobTitle, department] = random.pick(jobs);
    const phone = `+49 30 ${String(100_000 + random.below(900_000))}`;
    const note = random.chance(0.1) ? random.pick(notes) : "";
    return random.chance(0.5) ? [{ memberId: id, phone, jobTitle, department, notes: note }] : [];
  });
}

export const detailsColumns = ({ id }: SampleOrganization): BulkColumn<SampleDetails>[] => [
  { name: "organization_id", type: "uuid", of: () => id },
  { name: "member_id", type: "uuid", of: ({ memberId }) => memberId },
  { name: "phone", type: "text", of: ({ phone }) => phone },
  { name: "job_title", type: "text", of: ({ jobTitle }) => jobTitle },
  { name: "department", type: "text", of: ({ department }) => department },
  { name: "contact_revision", type: "int", of: () => 1 },
  { name: "notes", type: "text", of: ({ notes: text }) => text },
  { name: "notes_revision", type: "int", of: ({ notes: text }) => (text === "" ? 0 : 1) },
];

/** A few memberships end by themselves, in the weeks after the sample's last day; never an owner's. */
export const endColumns = (
  random: Random,
  { members: [first] }: SampleOrganization,
  until: Date,
): BulkColumn<SampleMember>[] => [
  {
    name: "access_until",
    type: "timestamptz",
    of: (member) =>
      member === first || member.ownerClass || member.status !== "active" || !random.chance(0.03)
        ? null
        : new Date(until.getTime() + (5 + random.below(85)) * day),
  },
];
