import { isDeepStrictEqual } from "node:util";
import type { Fault } from "#contract/fault.ts";
import { operationOf, type Given, type OperationName } from "#contract/operations.ts";
import type { Keeper } from "#main/snapshot/worker/keeper.ts";
import type { Person, TestServer } from "#test/support/server.ts";

/** Somebody who asks both the server and their snapshot. */
export interface Viewer {
  readonly who: string;
  readonly person: Person;
  readonly keeper: Keeper;
}

export type Walked = "member.list" | "invitation.list" | "workspace.list" | "people.list" | "permission.whoCan";

/** A fault as far as a screen shows it: sentences may differ. */
function toldOf(fault: Fault): unknown {
  const { requestId: _requestId, ...told } = fault;
  return told.kind === "invalid" ? told.issues.map(({ path, code }) => ({ path, code })) : told;
}

interface Difference {
  readonly who: string;
  readonly server: unknown;
  readonly snapshot: unknown;
}

/** Asks both as one viewer: the server's answer, and where the snapshot's differs. */
async function askBoth<Name extends OperationName>(
  server: TestServer,
  { who, person, keeper }: Viewer,
  name: Name,
  given: Given<Name>,
) {
  const reply = await server.call(name, given, { as: person });
  const input = operationOf(name).input.parse(given);
  const answer = keeper.answer({ name, input, exact: false });
  const exact = keeper.answer({ name, input, exact: true });
  // Somebody who is no member keeps nothing of the organization.
  const outside = reply.fault?.kind === "notFound" && reply.fault.what === "organization";
  const told = outside ? null : reply.fault === undefined ? reply.value : toldOf(reply.fault);
  const kept = answer === null ? null : answer.ok ? answer.value : toldOf(answer.fault);
  const differences: Difference[] = isDeepStrictEqual(told, kept) ? [] : [{ who, server: told, snapshot: kept }];
  if (exact?.ok === true && !isDeepStrictEqual(told, exact.value)) {
    differences.push({ who, server: told, snapshot: exact.value });
  }
  return { value: reply.value, differences };
}

/** Where the snapshots differ from the server. */
export async function comparedBy<Name extends OperationName>(
  server: TestServer,
  viewers: readonly Viewer[],
  name: Name,
  given: Given<Name>,
): Promise<Difference[]> {
  const asked = await Promise.all(viewers.map(async (viewer) => askBoth(server, viewer, name, given)));
  return asked.flatMap(({ differences }) => differences);
}

const mostPages = 12;

/** Every page of a list as each viewer, with the server's cursors. */
export async function walkedBy(
  server: TestServer,
  viewers: readonly Viewer[],
  name: Walked,
  given: Given<Walked>,
): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const viewer of viewers) {
    let next: string | null | undefined;
    for (let page = 0; page < mostPages && next !== null; page++) {
      const asked = await askBoth(server, viewer, name, next === undefined ? given : { ...given, cursor: next });
      found.push(...asked.differences);
      next = asked.value?.next ?? null;
    }
  }
  return found;
}
