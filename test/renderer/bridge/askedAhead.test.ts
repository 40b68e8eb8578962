import { describe, expect, test } from "vitest";
import type { Bridge } from "#contract/bridge.ts";
import type { DesktopEvent } from "#contract/desktop.ts";
import { askedAhead } from "#renderer/bridge/askedAhead.ts";

/** A main process that counts what it is asked, and can tell of a change. */
function counting() {
  const asked: string[] = [];
  const listeners = new Set<(event: DesktopEvent) => void>();
  const bridge: Bridge = {
    call: async (name) => {
      asked.push(name);
      return await Promise.resolve({ ok: false, fault: { kind: "internal" } });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const tell = () => {
    for (const listener of listeners) listener({ type: "feed", event: { type: "ready" } });
  };
  return { asked, bridge, listeners, tell };
}

const askState = (call: Bridge["call"]) => void call("desktop.state", {});

describe("a bridge asked ahead", () => {
  test("is asked before anybody asks, and hands the answer out once", async () => {
    const { asked, bridge } = counting();
    const ahead = askedAhead(bridge, askState);
    expect(asked).toEqual(["desktop.state"]);
    expect(await ahead.call("desktop.state", {})).toEqual({ ok: false, fault: { kind: "internal" } });
    expect(asked).toEqual(["desktop.state"]);
    await ahead.call("desktop.state", {});
    expect(asked).toEqual(["desktop.state", "desktop.state"]);
  });

  test("asks what is asked otherwise", async () => {
    const { asked, bridge } = counting();
    const ahead = askedAhead(bridge, (call) => void call("organization.list", { limit: 1000 }, { prefer: "snapshot" }));
    await ahead.call("organization.list", { limit: 1000 });
    await ahead.call("organization.list", { limit: 10 }, { prefer: "snapshot" });
    expect(asked).toHaveLength(3);
    await ahead.call("organization.list", { limit: 1000 }, { prefer: "snapshot" });
    expect(asked).toHaveLength(3);
  });

  test("asks anew after a change", async () => {
    const { asked, bridge, listeners, tell } = counting();
    const ahead = askedAhead(bridge, askState);
    await new Promise((resolve) => void setTimeout(resolve));
    tell();
    expect(listeners.size).toBe(0);
    await ahead.call("desktop.state", {});
    expect(asked).toHaveLength(2);
  });

  test("keeps an answer that comes after the change", async () => {
    const { asked, bridge, tell } = counting();
    const ahead = askedAhead(bridge, askState);
    tell();
    await ahead.call("desktop.state", {});
    expect(asked).toHaveLength(1);
  });

  test("listens for changes only until all was handed out", async () => {
    const { bridge, listeners } = counting();
    const ahead = askedAhead(bridge, askState);
    expect(listeners.size).toBe(1);
    await ahead.call("desktop.state", {});
    expect(listeners.size).toBe(0);
  });
});
