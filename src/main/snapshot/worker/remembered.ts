import { answered, type Answer } from "#contract/answer.ts";
import type { OperationName } from "#contract/operations.ts";
import { z } from "zod";
import type { Fields } from "../../remote/request.ts";
import type { Store } from "../store/store.ts";

const Answers = z.record(z.string(), z.object({ value: z.unknown(), at: z.string(), revision: z.int() }));
type Answers = z.infer<typeof Answers>;

/** Of one organization; the oldest make room. */
const mostAnswers = 100;

/** The server's last answers to questions that no row answers. */
export interface Remembered {
  answer(name: OperationName, input: Fields): Answer<unknown> | null;
  keep(name: OperationName, input: Fields, value: unknown, at: string): void;
  drop(organizationId: string): void;
  /** Of organizations only these. */
  keepOnly(organizationIds: ReadonlySet<string>): void;
}

export function rememberedIn(store: Store): Remembered {
  const open = new Map<string | null, Answers>();
  const answersOf = (organizationId: string | null): Answers => {
    const answers = open.get(organizationId) ?? Answers.safeParse(store.readRemembered(organizationId)).data ?? {};
    open.set(organizationId, answers);
    return answers;
  };
  return {
    answer: (name, input) => {
      const kept = answersOf(organizationOf(input))[keyOf(name, input)];
      return kept === undefined
        ? null
        : answered(kept.value, { from: "snapshot", asOf: kept.at, revision: kept.revision });
    },
    keep: (name, input, value, at) => {
      const organizationId = organizationOf(input);
      const key = keyOf(name, input);
      const { [key]: before, ...others } = answersOf(organizationId);
      const revision = organizationId === null ? 0 : (store.manifest(organizationId)?.facts.revision ?? 0);
      const newest = Object.entries(others).slice(-mostAnswers + 1);
      const answers = { ...Object.fromEntries(newest), [key]: { value, at, revision } };
      open.set(organizationId, answers);
      if (JSON.stringify(before?.value) !== JSON.stringify(value)) store.writeRemembered(organizationId, answers);
    },
    drop: (organizationId) => void open.delete(organizationId),
    keepOnly: (mine) => {
      for (const id of open.keys()) if (id !== null && !mine.has(id)) open.delete(id);
    },
  };
}

const keyOf = (name: OperationName, input: Fields): string =>
  `${name} ${JSON.stringify(Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1)))}`;

const organizationOf = (input: Fields): string | null =>
  typeof input["organizationId"] === "string" ? input["organizationId"] : null;
