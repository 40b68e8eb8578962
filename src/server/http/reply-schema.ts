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

const isShape = (option: unknown): option is Json & { properties: Json } =>
  isObject(option) && option["type"] === "object" && isObject(option["properties"]);

/**
 * A choice of objects as one object with the fields of all, where fields of one name have one form: the serializer would
 * validate a value against each of them to find its own. What no variant names is left out as before.
 */
function united(schema: Json): Json {
  const options = schema["oneOf"] ?? schema["anyOf"];
  if (!Array.isArray(options) || !options.every(isShape)) return schema;
  const properties: Json = {};
  for (const [name, field] of options.flatMap((option) => Object.entries(option.properties))) {
    const { const: _, ...form } = isObject(field) ? field : {};
    if (name in properties && JSON.stringify(properties[name]) !== JSON.stringify(form)) return schema;
    properties[name] = form;
  }
  return { type: "object", properties, additionalProperties: false };
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
  const kept = Object.entries(schema).filter(([key, value]) => !shapeless.has(key) || isObject(value));
  return nullable(united(Object.fromEntries(kept.map(([key, value]) => [key, lean(value)]))));
}

/** The schema from which replies are serialized: a field that the contract does not name is never sent. */
export const replySchemaOf = (output: z.ZodType): unknown => lean(jsonSchemaOf(output, "output"));
