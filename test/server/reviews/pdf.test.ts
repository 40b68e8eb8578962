import { documentOf } from "#server/reviews/pdf/document.ts";
import { clockOf, startedWords } from "#server/reviews/pdf/words.ts";
import { isCovered, shown } from "#server/reviews/pdf/covered.ts";
import { generateKeyPairSync } from "node:crypto";
import { inflateSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { evidenceOf, signedFile } from "./evidence.ts";

/** The PDF of a review as a program reads it: its text, its pages, what it is called. */
const { privateKey: key } = generateKeyPairSync("ed25519");
let pdf: Buffer;
let streams: readonly string[];

beforeAll(async () => {
  pdf = await documentOf(signedFile(evidenceOf(60), key));
  streams = streamsOf(pdf);
});

/** Every stream of the file, unpacked. */
function streamsOf(file: Buffer): string[] {
  const found: string[] = [];
  for (let at = file.indexOf("\nstream\n"); at >= 0; at = file.indexOf("\nstream\n", at + 8)) {
    const end = file.indexOf("\nendstream", at);
    try {
      found.push(inflateSync(file.subarray(at + 8, end)).toString("latin1"));
    } catch {
      // Not packed.
    }
  }
  return found;
}

/** What the fonts say that their glyphs mean. */
const meant = (): Set<string> =>
  new Set(
    streams
      .filter((stream) => stream.includes("begincmap"))
      .flatMap((stream) => [...stream.matchAll(/<([0-9a-f]{4})>/g)])
      .map(([, code = "0"]) => String.fromCodePoint(Number.parseInt(code, 16))),
  );

describe("names", () => {
  test("in Latin, Greek and Cyrillic are text that can be found and copied", () => {
    const characters = meant();
    for (const name of ["Łukasz Żółć", "Анна Каренина", "Ελένη Παπαδοπούλου"]) {
      expect({ name, missing: [...new Set(name)].filter((one) => !characters.has(one)) }).toEqual({
        name,
        missing: [],
      });
    }
  });

  test("in other scripts are not shown as boxes", () => {
    const characters = meant();
    expect(characters.has("山")).toBe(false);
    expect(characters.has("†")).toBe(true);
  });
});

test.each([
  ["Łukasz Żółć", [], "Łukasz Żółć"],
  ["山田 花子", ["hanako@example.com"], "hanako@example.com †"],
  ["محمد", ["محمد@example.com", "id"], "id †"],
  ["😀", [], "†"],
  ["two\nlines", [], "two\nlines"],
  ["zero\u0000", [], "†"],
])("%s with %o in its stead", (text, instead, expected) => {
  expect(shown(text, ...instead)).toBe(expected);
  expect(isCovered(expected)).toBe(true);
});

describe("when it began", () => {
  const clock = clockOf("Europe/Berlin");
  const began = (more: object) => startedWords({ ...evidenceOf(1), keyId: "", ...more }, clock);

  test("is what the reviewer's computer said", () => {
    expect(began({})).toMatch(/^4 May 2026, 11:00 .+, as the reviewer's computer said$/);
  });

  test("is said to be wrong where it cannot be true", () => {
    expect(began({ startedAt: "2027-01-01T00:00:00.000Z" })).toMatch(/whose clock was wrong$/);
    expect(began({ startedAt: "2020-01-01T00:00:00.000Z" })).toMatch(/whose clock was wrong$/);
  });

  test("stands alone in evidence from before the server said what it knows", () => {
    expect(began({ receivedAt: null })).toMatch(/^4 May 2026, 11:00 [^,]+$/);
  });
});

test("has as many pages as it says, and a title", () => {
  const pages = pdf.toString("latin1").match(/\/Type \/Page\n/g) ?? [];
  expect(pages.length).toBeGreaterThan(3);
  expect(pdf.includes("(Access review of Brightside Studio)")).toBe(true);
});

test("the same record gives the same bytes", async () => {
  const file = signedFile(evidenceOf(3), key);
  const [one, other] = [await documentOf(file), await documentOf(file)];
  expect(one.equals(other)).toBe(true);
});
