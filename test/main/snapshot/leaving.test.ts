import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { openBook } from "#main/reviews/book.ts";
import { openStore } from "#main/snapshot/store/store.ts";
import { keeperOf, type Keeper } from "#main/snapshot/worker/keeper.ts";
import { anOrganization } from "#test/support/fixtures.ts";
import { expect, test } from "vitest";
import { testFolder } from "../support/desktop.ts";
import { idOf } from "./support/rows.ts";

const [mine, left] = [idOf(1), idOf(2)];
const digest = "a".repeat(64);
const logo = { type: "image/webp", base64: "UklGRg==" };

/** A keeper whose file another start finds again. */
function kept(): () => Keeper {
  const [path, key] = [join(testFolder(), "snapshot.db"), randomBytes(32)];
  return () => keeperOf(openStore(path, key), openBook(null, randomBytes(32)));
}

const ask = (keeper: Keeper, organizationId: string) =>
  keeper.answer({ name: "organization.logo", input: { organizationId, digest }, exact: false });

test("what is remembered of an organization goes with the membership, also where no row of it is kept", () => {
  const start = kept();
  const first = start();
  for (const organizationId of [mine, left]) {
    first.note({ name: "organization.logo", input: { organizationId, digest }, value: logo });
    expect(ask(first, organizationId)).toMatchObject({ ok: true, value: logo });
  }
  first.close(null);
  const second = start();
  second.note({ name: "organization.list", input: {}, value: { items: [anOrganization({ id: mine })], next: null } });
  expect(ask(second, left)).toBeNull();
  expect(ask(second, mine)).toMatchObject({ ok: true, value: logo });
  second.close(null);
  const third = start();
  expect(ask(third, left)).toBeNull();
  expect(ask(third, mine)).toMatchObject({ ok: true, value: logo });
  third.close(null);
});
