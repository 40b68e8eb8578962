import { decodeCursor } from "#domain/cursor.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { isManaged, loadPlaces, managedOrganization } from "../people/managed.ts";
import { countPeople, peoplePage, personOf, type PeoplePlace } from "../storage/queries/people.ts";
import { cleaned, invalid } from "./invalid.ts";
import { foreignCursor, idAt, pageOf, scopeOf } from "./places.ts";

interface Place extends PeoplePlace {
  /** Counted for the first page and carried on: the list is long, and its length no part of a page. */
  readonly total: number;
}

function placeAt(scope: string, cursor: string): Place {
  const [, value, total] = decodeCursor(scope, cursor) ?? [];
  return Number.isSafeInteger(value) && Number.isSafeInteger(total)
    ? { id: idAt(scope, cursor), value: Number(value), total: Number(total) }
    : foreignCursor();
}

export const peopleHandlers = {
  "people.list": async ({ services, account }, input) => {
    const { system } = services.pools;
    const { client, role, status, seen, seenAt, twoFactor, person, sort, direction, cursor, limit } = input;
    if ((seen === "before" || seen === "since") !== (seenAt !== undefined)) {
      return invalid("seenAt", "seenAt", "Goes with 'before' and 'since', and they with it");
    }
    const search = cleaned("search", input.search ?? "", { max: 100, optional: true });
    const scope = scopeOf("people", [
      account.id,
      search,
      client,
      role,
      status,
      seen,
      seenAt,
      twoFactor,
      person,
      sort,
      direction,
    ]);
    const after = cursor === undefined ? null : placeAt(scope, cursor);
    const managed = (await loadPlaces(system, account.id)).filter(isManaged).map(({ id }) => id);
    const filter = { search, client, role, status, seen, seenAt, twoFactor, person };
    const [rows, counts] = await Promise.all([
      peoplePage(system, managed, filter, input, { after, limit: limit + 1 }),
      after === null ? countPeople(system, managed, filter) : { total: after.total, matching: null },
    ]);
    const { items, next } = pageOf(scope, rows, limit, ({ id, value }) => [id, value, counts.total]);
    return { items: items.map(personOf), next, ...counts };
  },
  "people.organizations": async ({ services, account }) => {
    const places = await loadPlaces(services.pools.system, account.id);
    return { items: places.filter(isManaged).map(managedOrganization) };
  },
} satisfies Partial<Handlers>;
