import { stringify } from "csv-stringify";
import fc from "fast-check";
import { text } from "node:stream/consumers";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import { auditCsvOptions, auditCsvRow } from "#contract/auditFile.ts";
import { isSafely, looksLikeFormula, parseCsv } from "#test/support/csv.ts";

const id = "01920000-0000-7000-8000-000000000000";

const eventWith = (actor: string, target: string): AuditEvent => ({
  organizationId: id,
  revision: 1,
  id,
  at: "2026-11-21T12:00:00.000Z",
  actor: { accountId: id, name: actor },
  action: "organization.updated",
  target: { type: "organization", id, name: target },
  before: { name: target },
  after: null,
  requestId: id,
  previousHash: "0".repeat(64),
  hash: "0".repeat(64),
});

/** Letters, and all that CSV and spreadsheets give a meaning. */
const name = fc.string({
  unit: fc.constantFrom("a", "ß", "漢", "😀", " ", '"', ",", "\n", "\r", "\t", "=", "+", "-", "@", "'", ";"),
});

test("an export reads back as it was meant, and no cell of it is a formula", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, name), { minLength: 1, maxLength: 5 }), async (names) => {
      const events = names.map(([actor, target]) => eventWith(actor, target));
      const written = await text(Readable.from(events.map(auditCsvRow)).pipe(stringify(auditCsvOptions)));
      const [header = [], ...rows] = parseCsv(written.replace("\uFEFF", ""));
      expect(rows).toHaveLength(events.length);
      for (const [index, row] of rows.entries()) {
        const cell = (column: string) => row[header.indexOf(column)];
        expect(isSafely(cell("actor"), names[index]?.[0] ?? "")).toBe(true);
        expect(isSafely(cell("target"), names[index]?.[1] ?? "")).toBe(true);
        expect(row.filter(looksLikeFormula)).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});
