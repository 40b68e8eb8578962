import type { InputIssue } from "#contract/fault.ts";
import { noAccess } from "#domain/workspaceAccess.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { recordExpired } from "../invitations/expire.ts";
import { judgeLines, type JudgedLine } from "../invitations/import.ts";
import { freeSeats, invitedNotices, sentEvent } from "../invitations/record.ts";
import { sendInvitations, type Offered } from "../invitations/send.ts";
import { markExpired } from "../storage/queries/invitations.ts";
import type { Giving } from "../workspaces/access.ts";

type Good = Extract<JudgedLine, { why: null }>;

const isGood = (line: JudgedLine): line is Good => line.why === null;

/** More would not be read. */
const mostIssues = 50;

const problemsOf = (judged: readonly JudgedLine[]) =>
  judged.flatMap(({ line, why }) => (why === null ? [] : [{ line, why }]));

export const invitationImportHandlers = {
  "invitation.checkImport": async (context, { lines }) => {
    const judged = await judgeLines(context, lines);
    const problems = problemsOf(judged);
    return { problems, good: judged.length - problems.length, seatsFree: freeSeats(context.organization) };
  },
  "invitation.import": async (context, { lines }) => {
    const { db, organization, caller } = context;
    const judged = await judgeLines(context, lines);
    const good = judged.filter(isGood);
    if (good.length === 0) refuse({ kind: "invalid", issues: issuesOf(judged) });
    const emailsFolded = good.map(({ address }) => address.folded);
    const expired = await markExpired(db, organization.id, caller.now, { emailsFolded });
    const sent = await sendInvitations(
      context,
      good.map((line) => offered(context, line)),
    );
    const events = good.flatMap(({ address, offer }) => {
      const row = sent.get(address.folded);
      return row === undefined ? [] : [sentEvent(row, givingOf(context, offer))];
    });
    const [first, ...rest] = events;
    if (first === undefined) throw new Error("No invitation was written");
    return {
      events: [first, ...rest],
      notices: invitedNotices(organization, sent.values()),
      output: async () => {
        await recordExpired(db, organization.id, expired, { requestId: caller.requestId, at: caller.now });
        const outcomes = judged.map((line) => {
          if (!isGood(line)) return { result: "skipped" as const, line: line.line, why: line.why };
          const invitationId = sent.get(line.address.folded)?.id ?? "";
          return { result: "sent" as const, line: line.line, invitationId };
        });
        return { outcomes, invited: sent.size, seatsFree: freeSeats(organization) };
      },
    };
  },
} satisfies Partial<Handlers>;

/** The workspaces that a line names, or null where it names none. */
function givingOf({ organization }: OrganizationContext, { workspaces }: Good["offer"]): Giving | null {
  if (workspaces.length === 0) return null;
  const workspaceIds = workspaces.map(({ id }) => id);
  const access = { scope: "chosen", workspaceIds, future: false, since: organization.revision } as const;
  return { access, slugs: workspaces.map(({ slug }) => slug) };
}

function offered(context: OrganizationContext, { address, offer }: Good): Offered {
  const { role, message, accessUntil: end } = offer;
  const access = givingOf(context, offer)?.access ?? noAccess;
  const accessUntil = end === null ? null : new Date(end);
  return { ...address, offer: { role, message, access, accessUntil } };
}

/** The first things wrong with a list of which nothing could be sent. */
const issuesOf = (judged: readonly JudgedLine[]): InputIssue[] =>
  problemsOf(judged)
    .slice(0, mostIssues)
    .map(({ line, why }) => ({ path: `lines.${line}`, code: why, message: `Line ${line} cannot be invited` }));
