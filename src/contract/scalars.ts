import type { Json } from "#domain/audit/orderedJson.ts";
import { z } from "zod";

/** A UUID, version 7 when made by the server. Either case is read; compared and stored in lower case. */
export const id = z.uuid().toLowerCase().meta({ description: "UUID (version 7)" });

/** An instant, ISO 8601 in UTC with milliseconds. */
export const instant = z.iso.datetime().meta({ description: "ISO 8601 instant in UTC" });

/** One line written by a person: 1 to `max` characters, an accent typed apart not counted. The server also refuses control and direction-override characters. */
export const line = (max: number) => z.string().trim().normalize("NFC").min(1).max(max);

/** Several lines written by a person, possibly none. */
export const prose = (max: number) => z.string().trim().normalize("NFC").max(max);

/** An address as typed; the server folds it before it compares (`requirements/003…`: 'double-check the email'). */
export const emailInput = z.string().trim().min(3).max(320);

/** A secret that travels in a body only: invitation token, refresh token, mailed code. */
export const secret = z.string().min(6).max(200);

/** Opaque position in a list. Valid only for the list, sort and filters that gave it. */
export const cursor = z.string().min(1).max(2000);

/** Entries per page: 50 where nothing is said, at most 200. */
export const pageSize = z.coerce.number<number>().int().min(1).max(200).default(50);

/**
 * A page of a list. `next` is null on the last page; `total` counts the whole list before search and filters;
 * `matching` counts what search and filters leave, and is given on the first page only.
 */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next: cursor.nullable(),
    total: z.int().min(0),
    matching: z.int().min(0).nullable(),
  });

/** Any JSON value. Not `z.json()`: its recursive schema cannot be inlined into the OpenAPI document. */
export const json = z.custom<Json>((value) => value !== undefined);
