import { failed, type Answer } from "#contract/answer.ts";
import type { CallGivens } from "#contract/bridge.ts";
import { Account } from "#contract/entities/account.ts";
import type { Fault } from "#contract/fault.ts";
import { operationOf, type OperationName } from "#contract/operations.ts";
import type { ConnectionState } from "./connection.ts";
import type { Remote } from "./remote/remote.ts";
import type { Fields } from "./remote/request.ts";
import type { Session } from "./session/session.ts";
import type { Snapshot } from "./snapshot/snapshot.ts";
import type { Sync } from "./sync/sync.ts";

/** Answers an operation from the server or, when nothing answers, from the snapshot. */
export interface Gateway {
  answer(name: OperationName, input: Fields, given?: CallGivens): Promise<Answer<unknown>>;
}

export interface GatewayParts {
  readonly remote: Remote;
  readonly snapshot: Snapshot;
  readonly connection: ConnectionState;
  readonly session: Session;
  readonly sync: Pick<Sync, "acted" | "isBehind">;
}

export function createGateway({ remote, snapshot, connection, session, sync }: GatewayParts): Gateway {
  /** Only for the person who asked. */
  const ofSnapshot = async (ask: "answer" | "exactAnswer", name: OperationName, input: Fields) => {
    const person = session.account()?.id;
    if (person === undefined || operationOf(name).offline !== "snapshot") return null;
    const answer = await snapshot[ask](name, input);
    return session.account()?.id === person ? answer : null;
  };
  /** Until the server has answered; so nothing of which it is known that the server would answer otherwise. */
  const first = async (name: OperationName, input: Fields): Promise<Answer<unknown>> => {
    const organizationId = organizationOf(name, input);
    const answer = sync.isBehind(organizationId) ? null : await ofSnapshot("exactAnswer", name, input);
    return answer !== null && !sync.isBehind(organizationId) ? answer : failed({ kind: "notFound", what: "snapshot" });
  };
  return {
    answer: async (name, input, { prefer, ...given } = {}) => {
      if (prefer === "snapshot") return await first(name, input);
      const { kind, lasting } = operationOf(name);
      const person = session.account()?.id;
      const kept = async () => await ofSnapshot("answer", name, input);
      const early = connection.current() === "offline" || lasting === true ? await kept() : null;
      if (early !== null) return early;
      const answer = await remote.send(name, input, given);
      const organizationId = organizationOf(name, input);
      if (kind === "command" && organizationId !== null && mayHaveActed(answer)) sync.acted(organizationId);
      // An answer that comes after the person changed belongs to nobody here.
      if (person !== undefined && session.account()?.id !== person) return signedOutMeanwhile(answer);
      if (answer.ok) {
        connection.reached();
        snapshot.note(name, input, answer.value);
        if (name === "me.get" || name === "me.update") session.updated(Account.parse(answer.value));
        return answer;
      }
      if (answer.fault.kind === "offline") {
        connection.lost();
        return (await kept()) ?? answer;
      }
      connection.reached();
      if (organizationId !== null && hasLost(answer.fault)) await snapshot.forgetOrganization(organizationId);
      return answer;
    },
  };
}

const signedOutMeanwhile = (answer: Answer<unknown>): Answer<never> =>
  answer.ok ? failed({ kind: "unauthenticated", reason: "missing" }) : answer;

/** The organization whose operation this is. */
function organizationOf(name: OperationName, { organizationId }: Fields): string | null {
  return operationOf(name).access === "organization" && typeof organizationId === "string" ? organizationId : null;
}

/** Whether a fault says that the person has no access to the organization any more. */
const hasLost = (fault: Fault): boolean =>
  (fault.kind === "notFound" && fault.what === "organization") ||
  (fault.kind === "forbidden" && (fault.refusal.code === "notMember" || fault.refusal.code === "deactivated"));

/** Where the answer was lost or broken, the command may have been done. */
const mayHaveActed = (answer: Answer<unknown>): boolean =>
  answer.ok || ["offline", "outdated", "unavailable", "internal"].includes(answer.fault.kind);
