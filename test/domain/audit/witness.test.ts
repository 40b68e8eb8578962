import { hash } from "node:crypto";
import { chainStart, hashOf, type ChainEvent, type SealedEvent } from "#domain/audit/chain.ts";
import { compareHeads, walk } from "#domain/audit/witness.ts";
import { describe, expect, it } from "vitest";

const sha256 = (text: string) => hash("sha256", text);
const plain = (revision: number): ChainEvent => ({
  organizationId: "org",
  revision,
  id: `event-${revision}`,
  at: "2026-11-01T09:00:00.000Z",
  actorAccountId: "ada",
  actorName: "Ada Byron",
  action: "member.roleChanged",
  targetType: "member",
  targetId: "dana",
  targetName: "Dana",
  before: { role: "member" },
  after: { role: "admin" },
  requestId: `request-${revision}`,
});

function seal(events: readonly ChainEvent[], start = chainStart): SealedEvent[] {
  let previousHash = start.hash;
  return events.map((event) => {
    const sealed = { ...event, previousHash, hash: hashOf(previousHash, event, sha256) };
    previousHash = sealed.hash;
    return sealed;
  });
}

const all = [1, 2, 3, 4, 5, 6].map(plain);
const log = seal(all);
const kept = log.map((event) => event.hash);
const mallory = (revision: number) => ({ ...plain(revision), actorName: "Mallory" });
const changedAt = <Event extends ChainEvent>(events: readonly Event[], at: number, change: Partial<SealedEvent>) =>
  events.map((event) => (event.revision === at ? { ...event, ...change } : event));
const resealed = seal(changedAt(all, 3, { actorName: "Mallory" }));

describe("a walk over events that were seen before", () => {
  it.each([
    ["an untouched log", log, null],
    ["an event changed in place", changedAt(log, 3, { actorName: "Mallory" }), { kind: "rewritten", revision: 3 }],
    ["a hash changed in place", changedAt(log, 4, { hash: "f".repeat(64) }), { kind: "rewritten", revision: 4 }],
    ["an event changed and sealed anew, with all after it", resealed, { kind: "forked", revision: 3 }],
    [
      "one event changed and sealed anew, the later ones left",
      changedAt(log, 3, { actorName: "Mallory", hash: resealed[2]?.hash ?? "" }),
      { kind: "forked", revision: 3 },
    ],
    ["an event taken out", log.filter(({ revision }) => revision !== 2), { kind: "cut", revision: 2 }],
    ["another history from the first event", seal([1, 2, 3, 4, 5, 6].map(mallory)), { kind: "forked", revision: 1 }],
  ])("%s", (_what, events, difference) => {
    expect(walk(events, chainStart, kept, sha256).difference).toEqual(difference);
  });

  it("goes on from where it stood, and keeps what it computed", () => {
    const start = { revision: 2, hash: kept[1] ?? "" };
    expect(walk(log.slice(2), start, [], sha256)).toEqual({ hashes: kept.slice(2), difference: null });
  });

  it("goes on past an event that somebody answered for, and finds the next", () => {
    const once = changedAt(log, 3, { actorName: "Mallory" });
    const twice = changedAt(once, 5, { actorName: "Mallory" });
    const known = new Set([3]);
    expect(walk(once, chainStart, kept, sha256, known).difference).toBeNull();
    expect(walk(twice, chainStart, kept, sha256, known).difference).toEqual({ kind: "rewritten", revision: 5 });
  });

  it("sees new events that follow another past", () => {
    const start = { revision: 4, hash: kept[3] ?? "" };
    expect(walk(resealed.slice(4), start, [], sha256).difference).toEqual({ kind: "forked", revision: 5 });
  });
});

describe("a head beside one that was seen", () => {
  it.each([
    ["the same", 6, "a", "same"],
    ["a later one", 9, "b", "grown"],
    ["an earlier one", 5, "c", "cut"],
    ["an empty log", 0, "d", "cut"],
    ["the same revision with another hash", 6, "b", "forked"],
  ])("%s", (_what, revision, headHash, expected) => {
    expect(compareHeads({ revision: 6, hash: "a" }, { revision, hash: headHash })).toBe(expected);
  });
});
