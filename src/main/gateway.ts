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

/** Answers an operation from the server or, when nothing answers, from the snapshot. */
export interface Gateway {
  answer(name: OperationName, input: Fields, given?: CallGivens): Promise<Answer<unknown>>;
}

export interface GatewayParts {
  readonly remote: Remote;
  readonly snapshot: Snapshot;
  readonly connection: ConnectionState;
  readonly session: Session;
}

export function createGateway({ remote, snapshot, connection, session }: GatewayParts): Gateway {
  return {
    answer: async (name, input, given = {}) => {
      const { offline, lasting } = operationOf(name);
      const person = session.account()?.id;
      const kept = async () => {
        const answer = offline === "snapshot" ? await snapshot.answer(name, input) : null;
        return session.account()?.id === person ? answer : null;
      };
      const early = connection.current() === "offline" || lasting === true ? await kept() : null;
      if (early !== null) return early;
      const answer = await remote.send(name, input, given);
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
      const lost = lostOrganization(name, input, answer.fault);
      if (lost !== null) await snapshot.forgetOrganization(lost);
      return answer;
    },
  };
}

const signedOutMeanwhile = (answer: Answer<unknown>): Answer<never> =>
  answer.ok ? failed({ kind: "unauthenticated", reason: "missing" }) : answer;

/** The organization that a fault says the person is no longer a member of. */
function lostOrganization(name: OperationName, input: Fields, fault: Fault): string | null {
  const { organizationId } = input;
  if (operationOf(name).access !== "organization" || typeof organizationId !== "string") return null;
  const gone =
    (fault.kind === "notFound" && fault.what === "organization") ||
    (fault.kind === "forbidden" && fault.refusal.code === "notMember");
  return gone ? organizationId : null;
}
