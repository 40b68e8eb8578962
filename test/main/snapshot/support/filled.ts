import { randomBytes } from "node:crypto";
import { openBook } from "#main/reviews/book.ts";
import { openStore } from "#main/snapshot/store/store.ts";
import { keeperOf, type Keeper } from "#main/snapshot/worker/keeper.ts";
import type { OperationName } from "#contract/operations.ts";
import { requestOf, type Person, type TestServer } from "#test/support/server.ts";

/** A snapshot in memory, as its thread holds it. */
export const emptyKeeper = (): Keeper => keeperOf(openStore(null, randomBytes(32)), openBook(null, randomBytes(32)));

/** Fills one organization over HTTP, in pieces that end in the middle of lines. */
export async function fillFrom(
  server: TestServer,
  keeper: Keeper,
  person: Person,
  organizationId: string,
): Promise<boolean> {
  const { rawPayload } = await server.app.inject({
    ...requestOf("snapshot.fill", { organizationId }),
    headers: { authorization: `Bearer ${person.token}` },
  });
  const fill = keeper.beginFill({ organizationId, window: { days: 90, mostEvents: 50_000 }, after: null });
  if (fill === null) return false;
  for (let from = 0; from < rawPayload.length; from += 10_007) {
    keeper.takeChunk({ fill, chunk: rawPayload.subarray(from, from + 10_007) });
  }
  return keeper.finishFill({ fill }) === "whole";
}

/** Notes what the server answers about the person. */
export async function notePerson(server: TestServer, keeper: Keeper, as: Person): Promise<void> {
  const note = (name: OperationName, value: unknown) => keeper.note({ name, input: {}, value });
  note("me.get", (await server.call("me.get", {}, { as })).value);
  note("me.listInvitations", (await server.call("me.listInvitations", {}, { as })).value);
  note("ownership.listOffered", (await server.call("ownership.listOffered", {}, { as })).value);
  note("organization.list", (await server.call("organization.list", {}, { as })).value);
}
