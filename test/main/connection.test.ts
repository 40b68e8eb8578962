import { createConnection } from "#main/connection.ts";
import { eventually } from "#test/support/eventually.ts";
import { expect, onTestFinished, test, vi } from "vitest";

function setUp(healthy: () => boolean, delays = { firstMs: 5, mostMs: 20 }) {
  const changes: string[] = [];
  const probe = vi.fn(async () => healthy());
  const connection = createConnection({
    probe,
    // Also told of the next try.
    onChange: (next) => void (changes.at(-1) === next || changes.push(next)),
    delays,
  });
  onTestFinished(() => connection.stop());
  return { connection, changes, probe };
}

test("a lost connection is probed until the server answers, then no more", async () => {
  let healthy = false;
  const { connection, changes, probe } = setUp(() => healthy);
  connection.reached();
  connection.lost();
  connection.lost();
  await eventually(() => expect(probe.mock.calls.length).toBeGreaterThan(2));
  healthy = true;
  await eventually(() => expect(connection.current()).toBe("online"));
  const count = probe.mock.calls.length;
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(probe).toHaveBeenCalledTimes(count);
  expect(changes).toEqual(["online", "offline", "online"]);
});

test("a server that is starting is connecting, not offline", async () => {
  const { connection, changes } = setUp(() => false);
  connection.reached();
  connection.starting();
  connection.lost();
  expect(connection.current()).toBe("connecting");
  connection.reached();
  expect(changes).toEqual(["online", "connecting", "online"]);
});

test("nothing is probed after the end", async () => {
  const { connection, probe } = setUp(() => false);
  connection.lost();
  connection.stop();
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect(probe).not.toHaveBeenCalled();
});

test("who waits is told when the server is asked again, and can have it asked at once", async () => {
  let healthy = false;
  const { connection } = setUp(() => healthy, { firstMs: 60_000, mostMs: 60_000 });
  connection.reached();
  expect(connection.nextTry()).toBeNull();
  connection.lost();
  await eventually(() => expect(connection.nextTry()).not.toBeNull());
  expect(Date.parse(connection.nextTry() ?? "")).toBeGreaterThan(Date.now());
  connection.lost();
  expect(connection.nextTry()).not.toBeNull();
  healthy = true;
  connection.tryNow();
  await eventually(() => expect(connection.current()).toBe("online"));
  expect(connection.nextTry()).toBeNull();
});
