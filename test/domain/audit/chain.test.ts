import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderedJson, type Json } from "#domain/audit/orderedJson.ts";
import { canonical, chainStart, hashOf, verifyChain, type ChainEvent, type SealedEvent } from "#domain/audit/chain.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

const json: fc.Arbitrary<Json> = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)));
const change = fc.oneof(fc.constant(null), fc.dictionary(fc.string(), json, { noNullPrototype: true }));
const content = fc.record({
  id: fc.uuid(),
  at: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  actorAccountId: fc.option(fc.uuid()),
  actorName: fc.string({ unit: "binary" }),
  action: fc.constantFrom("member.roleChanged", "invitation.sent"),
  targetType: fc.constantFrom("member", "invitation"),
  targetId: fc.option(fc.uuid()),
  targetName: fc.string(),
  before: change,
  after: change,
  requestId: fc.uuid(),
});

function seal(contents: readonly Omit<ChainEvent, "organizationId" | "revision">[]): SealedEvent[] {
  let previousHash = chainStart.hash;
  return contents.map((content, index) => {
    const event = { ...content, organizationId: "org", revision: index + 1 };
    const sealed = { ...event, previousHash, hash: hashOf(previousHash, event, sha256) };
    previousHash = sealed.hash;
    return sealed;
  });
}

const chain = fc.array(content, { minLength: 1, maxLength: 8 }).map(seal);

describe("verifyChain", () => {
  it("accepts what was sealed, at once and in parts", () => {
    fc.assert(
      fc.property(chain, fc.nat(8), (events, cut) => {
        const whole = verifyChain(events, chainStart, sha256);
        expect(whole).toEqual({
          ok: true,
          head: { revision: events.length, hash: events.at(-1)?.hash },
          count: events.length,
        });
        const first = verifyChain(events.slice(0, cut), chainStart, sha256);
        if (!first.ok || !whole.ok) throw new Error("a part of a good chain is good");
        expect(verifyChain(events.slice(cut), first.head, sha256)).toMatchObject({ ok: true, head: whole.head });
      }),
    );
  });

  const fields = [
    "id",
    "at",
    "actorName",
    "action",
    "targetType",
    "targetName",
    "requestId",
    "organizationId",
  ] as const;

  it("finds a changed field where it was changed", () => {
    fc.assert(
      fc.property(chain, fc.nat(), fc.constantFrom(...fields), (events, pick, field) => {
        const index = pick % events.length;
        const forged = events.map((event, at) => (at === index ? { ...event, [field]: `${event[field]}x` } : event));
        expect(verifyChain(forged, chainStart, sha256)).toEqual({ ok: false, revision: index + 1, problem: "hash" });
      }),
    );
  });

  it("finds a rewritten event by the link after it, the last one only by its head", () => {
    fc.assert(
      fc.property(chain, fc.nat(), (events, pick) => {
        const index = pick % events.length;
        const rewritten = events.map((event, at) => {
          if (at !== index) return event;
          const forged = { ...event, actorName: `${event.actorName}x` };
          return { ...forged, hash: hashOf(event.previousHash, forged, sha256) };
        });
        const result = verifyChain(rewritten, chainStart, sha256);
        const last = index === events.length - 1;
        const head = last ? { revision: events.length, hash: rewritten[index]?.hash } : null;
        expect(head?.hash).not.toBe(events.at(-1)?.hash);
        expect(result).toEqual(
          last ? { ok: true, head, count: events.length } : { ok: false, revision: index + 2, problem: "link" },
        );
      }),
    );
  });

  it("tells the same of a long chain, whichever of its events was changed", () => {
    const events = seal(fc.sample(content, { numRuns: 200, seed: 7 }));
    const head = { revision: 200, hash: events[199]?.hash };
    expect(verifyChain(events, chainStart, sha256)).toEqual({ ok: true, head, count: 200 });
    for (const index of [0, 63, 64, 65, 127, 128, 199]) {
      const forged = events.map((event, at) => (at === index ? { ...event, actorName: `${event.actorName}x` } : event));
      expect(verifyChain(forged, chainStart, sha256)).toEqual({ ok: false, revision: index + 1, problem: "hash" });
    }
  });

  it("finds a missing, a repeated and a moved event", () => {
    const events = seal(fc.sample(content, { numRuns: 4, seed: 7 }));
    const [a, b, c, d] = events;
    if (!a || !b || !c || !d) throw new Error("four events");
    expect(verifyChain([a, c, d], chainStart, sha256)).toEqual({ ok: false, revision: 2, problem: "gap" });
    expect(verifyChain([a, a, b], chainStart, sha256)).toEqual({ ok: false, revision: 2, problem: "gap" });
    expect(verifyChain([b, a], chainStart, sha256)).toEqual({ ok: false, revision: 1, problem: "gap" });
    expect(verifyChain([b], { revision: 1, hash: chainStart.hash }, sha256)).toEqual({
      ok: false,
      revision: 2,
      problem: "link",
    });
  });
});

describe("canonical", () => {
  it("orders keys, numbers and __proto__ among them", () => {
    const values: Json[] = [
      JSON.parse('{"b":1,"__proto__":{"z":1,"a":2},"10":0,"9":0}'),
      { b: { d: 1, c: [{ f: 1, e: 2 }] } },
    ];
    expect(values.map((value) => JSON.stringify(orderedJson(value)))).toEqual([
      '{"9":0,"10":0,"__proto__":{"a":2,"z":1},"b":1}',
      '{"b":{"c":[{"e":2,"f":1}],"d":1}}',
    ]);
  });

  it("does not depend on the order of keys", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.stringify(orderedJson(reordered(value)))).toBe(JSON.stringify(orderedJson(value)));
        expect(orderedJson(value)).toEqual(value);
      }),
    );
  });

  it("tells different events apart", () => {
    fc.assert(
      fc.property(content, content, (one, other) => {
        const place = { organizationId: "org", revision: 1 };
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(canonical({ ...one, ...place }) === canonical({ ...other, ...place })).toBe(same);
      }),
    );
  });
});

function reordered(value: Json): Json {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(reordered);
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, item]) => [key, reordered(item)]));
}
