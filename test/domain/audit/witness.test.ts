import { hash } from "node:crypto";
import { chainStart, hashOf, textOf, type ChainEvent, type ChainHead, type SealedEvent } from "#domain/audit/chain.ts";
import { compareHeads, walk, type Walked } from "#domain/audit/witness.ts";
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
const organizationId = "org";
const walked = (
  events: readonly SealedEvent[],
  head: ChainHead,
  before: readonly string[],
  answered = new Map<number, string>(),
) => walk(events.map(textOf), { organizationId, head, kept: before, answered }, sha256);
const differing = ({ difference }: Walked) => difference && { kind: difference.kind, revision: difference.revision };
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
    expect(differing(walked(events, chainStart, kept))).toEqual(difference);
  });

  it("goes on from where it stood, and keeps what it computed", () => {
    const start = { revision: 2, hash: kept[1] ?? "" };
    expect(walked(log.slice(2), start, [])).toEqual({ hashes: kept.slice(2), difference: null });
  });

  it("goes on past an event that somebody answered for, and finds the next", () => {
    const once = changedAt(log, 3, { actorName: "Mallory" });
    const twice = changedAt(once, 5, { actorName: "Mallory" });
    const known = new Map([[3, walked(once, chainStart, kept).difference?.comesTo ?? ""]]);
    expect(walked(once, chainStart, kept, known)).toEqual({ hashes: kept, difference: null });
    expect(differing(walked(twice, chainStart, kept, known))).toEqual({ kind: "rewritten", revision: 5 });
  });

  it("finds an event that was rewritten once more after somebody had answered for it, and takes the true one back", () => {
    const once = changedAt(log, 3, { actorName: "Mallory" });
    const known = new Map([[3, walked(once, chainStart, kept).difference?.comesTo ?? ""]]);
    const again = changedAt(log, 3, { actorName: "Trudy" });
    expect(differing(walked(again, chainStart, kept, known))).toEqual({ kind: "rewritten", revision: 3 });
    expect(walked(log, chainStart, kept, known).difference).toBeNull();
  });

  it("passes no event whose seal is none, also when somebody answered for it", () => {
    const unsealed = changedAt(log, 6, { hash: "none" });
    const known = new Map([[6, kept[5] ?? ""]]);
    expect(differing(walked(unsealed, chainStart, kept, known))).toEqual({ kind: "rewritten", revision: 6 });
  });

  it("sees new events that follow another past", () => {
    const start = { revision: 4, hash: kept[3] ?? "" };
    expect(walked(resealed.slice(4), start, []).difference).toEqual({ kind: "forked", revision: 5 });
  });
});

describe("a text that says what the event says, in another way", () => {
  const text = textOf(log[2] as SealedEvent).text;
  const [before = "", after = ""] = text.split('{"role":"admin"}');
  /** Put in the place of the third text; `sealed` anew with all after it, as whoever holds the database could. */
  const withThird = (third: string, sealedAnew: boolean) => {
    const texts = log.map(textOf).map((sealed, place) => (place === 2 ? { ...sealed, text: third } : sealed));
    if (!sealedAnew) return texts;
    let previousHash = chainStart.hash;
    return texts.map(({ text: sealed }) => {
      const one = { text: sealed, previousHash, hash: sha256(previousHash + sealed) };
      previousHash = one.hash;
      return one;
    });
  };
  it.each([
    ["a key twice", `${before}{"role":"owner","role":"admin"}${after}`],
    ["another key", `${before}{"role":"admin","then":1}${after}`],
    ["a letter as its number", text.replace("Ada", "\\u0041da")],
    ["a space", text.replace('"Ada Byron",', '"Ada Byron", ')],
    ["more after its end", `${text} `],
  ])("%s", (_what, third) => {
    expect(third).not.toBe(text);
    const beginning = { organizationId, head: chainStart, kept };
    expect(differing(walk(withThird(third, false), beginning, sha256))).toEqual({ kind: "rewritten", revision: 3 });
    expect(differing(walk(withThird(third, true), beginning, sha256))).toEqual({ kind: "forked", revision: 3 });
  });

  it.each([
    ["its revision written otherwise", text.replace(",3,", ",3.0,")],
    ["a space before its revision", text.replace(",3,", ", 3,")],
    ["another revision", text.replace(",3,", ",30,")],
    ["another organization", text.replace('"org"', '"other"')],
    ["another organization whose name begins alike", text.replace('"org"', '"orgs"')],
    ["nothing", ""],
  ])("or stands in its place without being its own: %s", (_what, third) => {
    // Also when it is sealed and seen for the first time.
    expect(walk(withThird(third, true), { organizationId, head: chainStart }, sha256)).toEqual({
      hashes: kept.slice(0, 2),
      difference: { kind: "cut", revision: 3 },
    });
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
