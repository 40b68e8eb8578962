import type { OperationName } from "#contract/operations.ts";
import { foldEmail } from "#domain/email.ts";
import { isSlug } from "#domain/slug.ts";
import { cleanText } from "#domain/text.ts";
import { requestOf } from "#test/support/server.ts";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freeFields, startProbe, withBody, type Probe } from "./probe.ts";
import { hostileTexts } from "./values.ts";

/** Properties over HTTP: whatever comes in, the rules of the domain decide, and nothing stumbles. */
let probe: Probe;
let organizationId: string;
beforeAll(async () => {
  probe = await startProbe();
  organizationId = probe.scene.organizationId;
});
afterAll(async () => probe.stop());

const send = (name: OperationName, input: Record<string, unknown>) => {
  const body = Object.fromEntries(freeFields(name).map((field) => [field, input[field]]));
  return probe.send(withBody(name, input, JSON.stringify(body)));
};

const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 130 }),
  fc.string({ unit: "binary", maxLength: 130 }),
  fc.constantFrom(...hostileTexts),
  fc.uint16Array({ maxLength: 110 }).map((units) => String.fromCharCode(...units)),
);

const runs = { numRuns: 120 };

test("a name is stored as the rules clean it, or refused by them", async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (raw) => {
      const clean = cleanText(raw, { max: 100 });
      const { status, body, fault } = await send("organization.update", { organizationId, name: raw });
      // The declaration counts before it is cleaned, and the name that it has already is no change.
      const outcomes = clean.ok ? [clean.text, "invalid"] : ["invalid"];
      expect(outcomes).toContain(status === 200 ? (JSON.parse(body) as { name: string }).name : fault?.kind);
    }),
    runs,
  );
});

test("an organization of any good name gets a good slug of its own", async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (name) => {
      const { status, body, fault } = await send("organization.create", { name });
      const good = status === 200 && isSlug((JSON.parse(body) as { slug: string }).slug);
      expect(good || fault?.kind === "invalid").toBe(true);
    }),
    { numRuns: 60 },
  );
});

const anySlug = fc.oneof(
  fc.stringMatching(/^[a-z0-9-]{1,50}$/),
  fc.stringMatching(/^[a-z0-9]{2,10}(-[a-z0-9]{1,8}){0,4}$/),
  fc.constantFrom("admin", "api", "www", "null", "--", "a", "a--b", "-ab", "ÄB", "a_b", "con", "xn--a"),
  anyText,
);

test("a slug is taken exactly when the rules allow it", async () => {
  await fc.assert(
    fc.asyncProperty(anySlug, fc.boolean(), async (slug, anew) => {
      const { status, body, fault } = anew
        ? await send("organization.create", { name: "Northwind", slug })
        : await send("organization.update", { organizationId, slug });
      // Refused as it may be: taken by an earlier run, or the one that it has already.
      const outcomes = isSlug(slug) ? [slug, anew ? "conflict" : "invalid", "conflict"] : ["invalid"];
      expect(outcomes).toContain(status === 200 ? (JSON.parse(body) as { slug: string }).slug : fault?.kind);
    }),
    runs,
  );
});

const anyAddress = fc.oneof(
  fc.emailAddress(),
  fc
    .tuple(fc.stringMatching(/^[a-z]{1,3}$/), fc.constantFrom("@example.com", "@EXAMPLE.com", "＠example.com"))
    .map((parts) => parts.join("")),
  fc.constantFrom(
    "a@b",
    "a@@b.c",
    "a\r\nbcc: x@y.z@example.com",
    '"a b"@example.com',
    "ﬁ@example.com",
    "İ@example.com",
  ),
  fc.string({ unit: "grapheme", minLength: 3, maxLength: 40 }),
);

test("each address of a list has its outcome, and only good ones are invited", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAddress, { maxLength: 12 }), async (emails) => {
      const { status, body, fault } = await send("invitation.send", { organizationId, emails, role: "member" });
      expect(fault?.kind).toBe(status === 200 ? undefined : "invalid");
      if (status !== 200) return;
      const { outcomes } = JSON.parse(body) as { outcomes: { result: string; email: string; why?: string }[] };
      expect(outcomes).toHaveLength(emails.length);
      const good = emails.map((email) => foldEmail(email).ok);
      expect(outcomes.map(({ why }) => why !== "invalid")).toEqual(good);
      const sent = outcomes.filter(({ result }) => result === "sent").map(({ email }) => foldEmail(email));
      const folded = sent.map((email) => (email.ok ? email.folded : ""));
      expect(new Set(folded).size).toBe(folded.length);
    }),
    runs,
  );
});

const positions: readonly { name: OperationName; field: string; scopes: readonly string[] }[] = [
  { name: "organization.list", field: "cursor", scopes: ["organizations"] },
  { name: "me.listSecurityEvents", field: "cursor", scopes: ["securityEvents"] },
  { name: "organization.listSecurityEvents", field: "cursor", scopes: ["organization.security"] },
  { name: "member.list", field: "cursor", scopes: ["members"] },
  { name: "invitation.list", field: "cursor", scopes: ["invitations"] },
  { name: "auditEvent.list", field: "older", scopes: ["audit"] },
  { name: "auditEvent.list", field: "newer", scopes: ["audit"] },
];

const key = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 2 ** 53 - 1, -(2 ** 53), 1e308, "", "\0", "-".repeat(36)),
  fc.uuid(),
  fc.uuid().map((id) => id.toUpperCase()),
  anyText,
  fc.integer(),
  fc.constantFrom<unknown>([], {}, [1], { $ne: 1 }),
);

/** Positions in the server's own shape, with anything in them: the scope of a real one is known to whoever has one. */
const forged = (scopes: readonly string[]) =>
  fc
    .tuple(fc.constantFrom<unknown>(1, 1, 1, 2, null), fc.constantFrom(...scopes), fc.array(key, { maxLength: 4 }))
    .map((parts) => Buffer.from(JSON.stringify(parts)).toString("base64url"));

async function realScopes(name: OperationName): Promise<string[]> {
  const { body } = await probe.send(requestOf(name, { organizationId, limit: 1 }));
  const { next } = JSON.parse(body) as { next?: string | null };
  if (typeof next !== "string") return [];
  const parts = JSON.parse(Buffer.from(next, "base64url").toString()) as unknown[];
  return [String(parts[1])];
}

test.each(positions)("any bytes as $field of $name are a position or invalid", async ({ name, field, scopes }) => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 300 }).map((some) => Buffer.from(some).toString("base64url"));
  const known = [...scopes, ...(await realScopes(name))];
  const cursor = fc.oneof(bytes, forged(known), forged(known), fc.string({ minLength: 1, maxLength: 60 }));
  await fc.assert(
    fc.asyncProperty(cursor, async (position) => {
      const { status, fault } = await probe.send(requestOf(name, { organizationId, limit: 1, [field]: position }));
      expect({ status, kind: fault?.kind }).toEqual(status === 200 ? { status } : { status: 400, kind: "invalid" });
    }),
    runs,
  );
});
