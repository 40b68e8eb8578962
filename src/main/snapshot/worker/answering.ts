import { answered, type Answer, type Source } from "#contract/answer.ts";
import type { OperationName } from "#contract/operations.ts";
import type { Fields } from "../../remote/request.ts";
import type { Kept } from "../answers/answer.ts";
import { isExact, windowBegin } from "../answers/exact.ts";
import { answersOfAccount, answersOfOrganization } from "../answers/table.ts";
import type { Openings } from "./openings.ts";
import type { OrganizationRows } from "./rows.ts";

export interface Answering {
  readonly kept: () => Kept;
  readonly rows: (organizationId: string) => OrganizationRows | null;
  /** When what is kept of the person, or of an organization, was last known to be so. */
  readonly at: (organizationId: string | null) => string;
  /** Nothing that the server would answer otherwise at the revision that is kept. */
  readonly exact: boolean;
  readonly openings: Pick<Openings, "answer">;
}

/** Never shown before the server was asked: prices are not kept, and to open every organization takes longer than it. */
const inexact: ReadonlySet<OperationName> = new Set<OperationName>([
  "people.organizations",
  "people.list",
  "permission.whoCan",
  "reviewSchedule.listDue",
]);

type AccountErased = (kept: Kept, input: Fields) => Answer<unknown> | null;
type OrganizationErased = (rows: OrganizationRows, input: Fields, kept: Kept) => Answer<unknown> | null;

/** The answer of one operation out of what is kept. The bridge has parsed the input by the operation's own schema. */
export function answerFrom(
  { kept, rows, at, exact, openings }: Answering,
  name: OperationName,
  input: Fields,
): Answer<unknown> | null {
  if (isIn(answersOfAccount, name)) {
    if (exact && inexact.has(name)) return null;
    const answer = answersOfAccount[name] as AccountErased;
    const whole = kept();
    const used: string[] = [];
    let complete = true;
    const recorded = (organizationId: string) => {
      const found = whole.rows(organizationId);
      if (found === null) complete = false;
      else used.push(at(organizationId));
      return found;
    };
    const found = answer({ ...whole, rows: recorded }, input);
    if (exact && !complete) return null;
    // As old as the oldest of what it was put together from.
    const asOf = [at(null), ...used].filter((moment) => moment !== "").toSorted()[0] ?? "";
    return sourced(found, { from: "snapshot", asOf, revision: 0 });
  }
  const { organizationId } = input;
  if (!isIn(answersOfOrganization, name) || typeof organizationId !== "string") return null;
  const found = rows(organizationId);
  if (found === null) {
    return name === "organization.get" && !exact ? unfilled(kept(), organizationId, at(null)) : null;
  }
  const answer = openings.answer(name, input, () =>
    (answersOfOrganization[name] as OrganizationErased)(found, input, kept()),
  );
  if (answer === null || (exact && !isExact(name, answer, found))) return null;
  const begins = name === "auditEvent.list" ? windowBegin(found) : null;
  const source = { from: "snapshot", asOf: at(organizationId), revision: found.facts.revision } as const;
  return sourced(answer, begins === null ? source : { ...source, begins });
}

/** Of an organization whose fill is still to come, what the list of organizations told. */
function unfilled({ organizations }: Kept, organizationId: string, asOf: string): Answer<unknown> | null {
  const organization = organizations?.find(({ id }) => id === organizationId);
  if (organization === undefined) return null;
  return answered(organization, { from: "snapshot", asOf, revision: organization.revision });
}

const sourced = <Maybe extends Answer<unknown> | null>(answer: Maybe, source: Source): Maybe | Answer<unknown> =>
  answer?.ok === true ? { ...answer, source } : answer;

const isIn = <Table extends object>(table: Table, name: string): name is Extract<keyof Table, string> =>
  Object.hasOwn(table, name);
