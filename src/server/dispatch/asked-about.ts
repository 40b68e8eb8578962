import type { Input, OperationName } from "#contract/operations.ts";

type AskedAbout = { readonly [Name in OperationName]?: (input: Input<Name>) => readonly string[] };

/** The members whose standing a read needs besides its caller's: it is read in the statement that finds who calls. */
const askedAbout: AskedAbout = {
  "permission.check": ({ memberId }) => (memberId === undefined ? [] : [memberId]),
  "permission.checkMany": ({ questions }) => {
    const ids = new Set<string>();
    for (const { memberId } of questions) if (memberId !== undefined) ids.add(memberId);
    return [...ids];
  },
};

/** The members whom this input of this operation asks about. */
export function membersAskedAbout(name: string, input: Record<string, unknown>): readonly string[] {
  const find = askedAbout[name as OperationName] as ((input: Record<string, unknown>) => readonly string[]) | undefined;
  return find?.(input) ?? [];
}
