import { expect, test } from "vitest";
import { Together } from "#server/storage/together.ts";

interface Sent {
  readonly questions: readonly string[];
  readonly answer: (answers: readonly string[]) => void;
  readonly fail: (error: Error) => void;
}

/** Statements that are answered when the test says so, and what happened in which order. */
function statements() {
  const sent: Sent[] = [];
  const log: string[] = [];
  const together = new Together<string, string>((questions) => {
    log.push(`sent ${questions.join(" ")}`);
    return new Promise((answer, fail) => sent.push({ questions, answer, fail }));
  });
  const ask = async (question: string) => {
    const answer = await together.ask(question).catch((error: Error) => error.message);
    log.push(`told ${answer}`);
    return answer;
  };
  return { sent, log, ask };
}

/** Until what is planned for this turn and the next has been done. */
async function turns(count = 3): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

const upper = (questions: readonly string[]) => questions.map((question) => question.toUpperCase());

test("those who ask in one turn share a statement, and each gets their own answer", async () => {
  const { sent, ask } = statements();
  const answers = Promise.all(["a", "b", "c"].map(ask));
  await turns();
  expect(sent.map(({ questions }) => questions)).toEqual([["a", "b", "c"]]);
  sent[0]?.answer(["A", "B", "C"]);
  expect(await answers).toEqual(["A", "B", "C"]);
});

test("whoever asks while a statement is on its way gets the next", async () => {
  const { sent, log, ask } = statements();
  const first = ask("a");
  await turns();
  const second = [ask("b"), ask("c")];
  await turns();
  expect(log).toEqual(["sent a"]);
  sent[0]?.answer(["A"]);
  await first;
  await turns();
  expect(log).toEqual(["sent a", "told A", "sent b c"]);
  sent[1]?.answer(["B", "C"]);
  expect(await Promise.all(second)).toEqual(["B", "C"]);
});

test("a second statement goes beside the first for many, a third never, and none is larger than a hundred", async () => {
  const { sent, ask } = statements();
  const first = ask("a");
  await turns();
  const few = Array.from({ length: 31 }, (_, index) => ask(`b${index}`));
  await turns();
  expect(sent).toHaveLength(1);
  const many = Array.from({ length: 200 }, (_, index) => ask(`c${index}`));
  await turns();
  expect(sent.map(({ questions }) => questions.length)).toEqual([1, 100]);
  for (let at = 0; at < 4; at += 1) {
    const { questions, answer } = sent[at] ?? { questions: [], answer: () => undefined };
    answer(upper(questions));
    await turns();
  }
  expect(sent.map(({ questions }) => questions.length)).toEqual([1, 100, 100, 31]);
  expect(await Promise.all([first, ...few, ...many])).toContain("C199");
});

test("a failure is told to all who shared the statement, and the next is sent all the same", async () => {
  const { sent, ask } = statements();
  const failing = ["a", "b"].map(ask);
  await turns();
  const next = ask("c");
  sent[0]?.fail(new Error("no database"));
  expect(await Promise.all(failing)).toEqual(["no database", "no database"]);
  await turns();
  sent[1]?.answer(["C"]);
  expect(await next).toBe("C");
});

test("what a statement left out fails", async () => {
  const { sent, ask } = statements();
  const answers = ["a", "b"].map(ask);
  await turns();
  sent[0]?.answer(["A"]);
  expect(await Promise.all(answers)).toEqual(["A", "A question was left without an answer"]);
});
