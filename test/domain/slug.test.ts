import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSlug, maxSlugLength, nextSlug, slugOf } from "#domain/slug.ts";

describe("slugOf", () => {
  it.each([
    ["Acme Marketing Agency", "acme-marketing-agency"],
    ["Müller & Söhne GmbH", "muller-and-sohne-gmbh"],
    ["Straße Ångström Łódź", "strasse-angstrom-lodz"],
    ["Dana's Café", "danas-cafe"],
    ["Яндекс Почта", "yandeks-pochta"],
    ["Ελλάδα", "ellada"],
    ["株式会社", "organization"],
    ["😀", "organization"],
    ["", "organization"],
    ["../../etc/passwd", "etc-passwd"],
    ["Admin", "admin-organization"],
    ["X", "x-organization"],
  ])("%j → %s", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it("always gives a valid slug, and keeps one that is valid", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (name) => {
        const slug = slugOf(name);
        expect(isSlug(slug)).toBe(true);
        expect(slugOf(slug)).toBe(slug);
      }),
    );
  });
});

describe("isSlug", () => {
  it.each(["a", "", "-a", "a-", "a--b", "A", "a_b", "ä", "admin", "new", "x".repeat(49), "ab\n"])(
    "refuses %j",
    (text) => {
      expect(isSlug(text)).toBe(false);
    },
  );

  it.each(["ab", "a1", "acme-marketing", "x".repeat(48), "0-0"])("takes %j", (text) => {
    expect(isSlug(text)).toBe(true);
  });
});

describe("nextSlug", () => {
  it("finds a free one of the right length", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.nat(120), (name, count) => {
        const taken = new Set<string>();
        for (let made = 0; made < count; made += 1) {
          const slug = nextSlug(slugOf(name), taken);
          expect(isSlug(slug)).toBe(true);
          expect(taken.has(slug)).toBe(false);
          taken.add(slug);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("counts from 2", () => {
    expect(nextSlug("acme", new Set(["acme", "acme-2"]))).toBe("acme-3");
    expect(nextSlug("x".repeat(maxSlugLength), new Set(["x".repeat(maxSlugLength)]))).toBe(`${"x".repeat(46)}-2`);
  });
});
