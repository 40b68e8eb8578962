import { takingTurns } from "#server/dispatch/turns.ts";
import { expect, test } from "vitest";

const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

test("as many run at once as may, the others in the order in which they came", async () => {
  const inTurn = takingTurns({ running: 2, waiting: 10 });
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const work = (index: number) =>
    inTurn(async () => {
      begun.push(index);
      most = Math.max(most, (running += 1));
      await pause();
      running -= 1;
      return index;
    });
  const all = Array.from({ length: 12 }, (_, index) => index);
  expect(await Promise.all(all.map(work))).toEqual(all);
  expect(begun).toEqual(all);
  expect(most).toBe(2);
});

test("who comes when too many wait is told so, and a failure gives its place on", async () => {
  const inTurn = takingTurns({ running: 1, waiting: 1 });
  const failing = inTurn(async () => {
    await pause();
    throw new Error("failed");
  });
  const waiting = inTurn(async () => "done");
  await expect(inTurn(async () => "never")).rejects.toMatchObject({ fault: { kind: "unavailable" } });
  await expect(failing).rejects.toThrow("failed");
  expect(await waiting).toBe("done");
  expect(await inTurn(async () => "again")).toBe("again");
});
