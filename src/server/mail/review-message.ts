import type { Reminder } from "#domain/review/schedule.ts";
import { layOut, oneLine, type Mail } from "./layout.ts";
import type { Letter } from "./letter.ts";

type DueLetter = Extract<Letter, { letter: "reviewDue" }>;

const subjects: Readonly<Record<Reminder, (organization: string) => string>> = {
  soon: (organization) => `The access review of ${organization} is due in a week`,
  due: (organization) => `The access review of ${organization} is due today`,
  overdue: (organization) => `The access review of ${organization} is overdue`,
};

/** Words the reminder of a review. */
export function reviewMessage({ to, name, organizationName, dueOn, reminder }: DueLetter): Mail {
  const organization = oneLine(organizationName);
  const when = inFull(dueOn);
  const due = reminder === "overdue" ? `was due on ${when}` : `is due on ${when}`;
  return {
    to,
    subject: oneLine(subjects[reminder](organizationName)),
    ...layOut([
      `Hello ${oneLine(name)},`,
      `The review of who has access to ${organization} ${due}.`,
      "Start it in Orgdesk. You can decide without a connection; your decisions are checked again before they are carried out.",
    ]),
  };
}

/** A day of the calendar in words; it has no time zone left. */
const inFull = (day: string): string =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
