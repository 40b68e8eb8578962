import { expect, test } from "vitest";
import { Together } from "#server/storage/together.ts";

interface Sent {
  readonly questions: readonly string[];
  readonly answer: (answers: readonly string[]) => void;
  readonly fail: (error: Error) => void;
}

/** Statements that are answered when the test says so, and what happened in which order. */
function statements(least?: number) {
  const sent: Sent[] = [];
  const log: string[] = [];
  const together = new Together<string, string>((questions) => {
    log.push(`sent ${questions.join(" ")}`);
    return new Promise((answer, fail) => sent.push({ questions, answer, fail }));
  }, least);
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

test("those who ask at once share two statements, and a third never goes beside them", async () => {
  const { sent, ask } = statements();
  const asked = Array.from({ length: 32 }, (_, index) => ask(`a${index}`));
  await turns();
  asked.push(...Array.from({ length: 20 }, (_, index) => ask(`b${index}`)));
  await turns();
  expect(sent.map(({ questions }) => questions.length)).toEqual([16, 16]);
  sent[0]?.answer(upper(sent[0].questions));
  await turns();
  expect(sent).toHaveLength(3);
  for (let at = 1; at < sent.length; at += 1) {
    sent[at]?.answer(upper(sent[at]?.questions ?? []));
    await turns();
  }
  expect(new Set(await Promise.all(asked)).size).toBe(52);
});

test("no statement is larger than a hundred", async () => {
  const { sent, ask } = statements();
  for (let index = 0; index < 350; index += 1) void ask(`a${index}`);
  await turns();
  expect(sent.map(({ questions }) => questions.length)).toEqual([100, 100]);
});

test("a second statement goes once four wait, so that few share one", async () => {
  const { sent, ask } = statements();
  void ask("a");
  await turns();
  for (const few of ["b", "c", "d"]) void ask(few);
  await turns();
  expect(sent).toHaveLength(1);
  void ask("e");
  await turns();
  expect(sent.map(({ questions }) => questions)).toEqual([["a"], ["b", "c", "d", "e"]]);
});

test("where a statement costs more before its first question, more of them share one", async () => {
  const { sent, ask } = statements(16);
  void Array.from({ length: 16 }, (_, index) => ask(`a${index}`));
  await turns();
  void Array.from({ length: 7 }, (_, index) => ask(`b${index}`));
  await turns();
  expect(sent.map(({ questions }) => questions.length)).toEqual([16]);
  void ask("b7");
  await turns();
  expect(sent.map(({ questions }) => questions.length)).toEqual([16, 8]);
});

test("after a crowd the second statement waits for as many as make a good one; alone, nobody waits", async () => {
  const { sent, ask } = statements();
  const answerAll = async () => {
    for (const { questions, answer } of sent) answer(upper(questions));
    await turns();
  };
  const crowd = Array.from({ length: 40 }, (_, index) => ask(`a${index}`));
  await turns();
  await answerAll();
  await Promise.all(crowd);
  void ask("first");
  await turns();
  expect(sent.map(({ questions }) => questions.length)).toEqual([20, 20, 1]);
  for (let index = 0; index < 9; index += 1) void ask(`b${index}`);
  await turns();
  expect(sent).toHaveLength(3);
  void ask("tenth");
  await turns();
  expect(sent.map(({ questions }) => questions.length)).toEqual([20, 20, 1, 10]);

  await answerAll();
  for (let alone = 0; alone < 40; alone += 1) {
    const answer = ask("alone");
    await turns();
    await answerAll();
    await answer;
  }
  const before = sent.length;
  void ask("first");
  await turns();
  for (let index = 0; index < 4; index += 1) void ask(`c${index}`);
  await turns();
  expect(sent.slice(before).map(({ questions }) => questions.length)).toEqual([1, 4]);
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
