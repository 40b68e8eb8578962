import { createConnection } from "#main/connection.ts";
import { expect, onTestFinished, test, vi } from "vitest";

function setUp(healthy: () => boolean) {
  const changes: string[] = [];
  const probe = vi.fn(async () => healthy());
  const connection = createConnection({
    probe,
    onChange: (next) => changes.push(next),
    delays: { firstMs: 5, mostMs: 20 },
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
  await vi.waitFor(() => expect(probe.mock.calls.length).toBeGreaterThan(2));
  healthy = true;
  await vi.waitFor(() => expect(connection.current()).toBe("online"));
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
