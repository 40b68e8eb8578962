import { jsonSchemaOf } from "#contract/openapi.ts";
import type { z } from "zod";

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * `anyOf: [{type: "string"}, {type: "null"}]` as `type: ["string", "null"]`: the compiled serializer writes the
 * latter directly, where for the former it would validate every value first.
 */
function nullable(schema: Json): Json {
  const options = schema["anyOf"];
  if (!Array.isArray(options) || options.length !== 2) return schema;
  const [value, nothing]: unknown[] = options;
  if (!isObject(value) || !isObject(nothing) || nothing["type"] !== "null" || typeof value["type"] !== "string")
    return schema;
  const { anyOf: _, ...rest } = schema;
  return { ...rest, ...value, type: [value["type"], "null"] };
}

/** Patterns and formats cost time when writing and were checked when reading; the serializer needs shape alone. */
const shapeless = new Set([
  "pattern",
  "format",
  "description",
  "default",
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
]);

function lean(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(lean);
  if (!isObject(schema)) return schema;
  const kept = Object.entries(nullable(schema)).filter(([key, value]) => !shapeless.has(key) || isObject(value));
  return Object.fromEntries(kept.map(([key, value]) => [key, lean(value)]));
}

/** The schema from which replies are serialized: a field that the contract does not name is never sent. */
export const replySchemaOf = (output: z.ZodType): unknown => lean(jsonSchemaOf(output, "output"));
