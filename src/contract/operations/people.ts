import { z } from "zod";
import { ManagedOrganization, Person } from "../entities/people.ts";
import { declare } from "../operation.ts";
import { cursor, id, instant, pageOf, pageSize } from "../scalars.ts";
import { peopleSorts } from "../lists.ts";

/** Which people: at least one membership has the client, the role and the status all at once. */
export const peopleFilters = {
  search: z.string().trim().max(100).optional(),
  /** Organization ids, of those that the caller may manage. */
  client: z.array(id).max(200).optional(),
  /** Role keys; `ownerClass` stands for every role of owners, whatever the preset calls it. */
  role: z.array(z.string().max(60)).max(20).optional(),
  status: z
    .array(z.enum(["active", "deactivated", "removed"]))
    .min(1)
    .max(3)
    .default(["active", "deactivated"]),
  /** `never`; `before` and `since` compare the person's latest visit with `seenAt`. */
  seen: z.enum(["never", "before", "since"]).optional(),
  seenAt: instant.optional(),
  twoFactor: z.enum(["yes", "no"]).optional(),
};

export const peopleOperations = declare({
  "people.list": {
    method: "GET",
    path: "/v1/people",
    summary: "Everybody over all organizations that the person may manage: one row a person, paged.",
    access: "account",
    kind: "query",
    input: z.strictObject({
      ...peopleFilters,
      /** Nobody but this account: for who comes by an address that names one. */
      person: id.optional(),
      sort: z.enum(peopleSorts).default("name"),
      direction: z.enum(["ascending", "descending"]).default("ascending"),
      cursor: cursor.optional(),
      limit: pageSize,
    }),
    output: pageOf(Person),
    offline: "snapshot",
    bridge: "open",
  },
  "people.organizations": {
    method: "GET",
    path: "/v1/people/organizations",
    summary: "The organizations that the person may manage, by name, with the roles that they may give there.",
    access: "account",
    kind: "query",
    input: z.strictObject({}),
    output: z.object({ items: z.array(ManagedOrganization) }),
    offline: "snapshot",
    bridge: "open",
  },
});
