import { z } from "zod";
import { Problem, statusOf, type FaultKind } from "./fault.ts";
import type { Operation } from "./operation.ts";
import { operationNames, operationOf, pathFields } from "./operations.ts";

type Json = Record<string, unknown>;

/** JSON schema of what a caller sends (`input`) or gets (`output`), draft 2020-12 as OpenAPI 3.1 wants it. */
export function jsonSchemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any", reused: "inline" });
  return rest;
}

/** The fields of an input that travel in the query or the body, not in the path. */
export function bodySchemaOf(operation: Operation): z.ZodObject {
  const inPath = new Set(pathFields(operation.path));
  return z.strictObject(
    Object.fromEntries(Object.entries(operation.input.shape).filter(([name]) => !inPath.has(name))),
  );
}

const faultsOf = (operation: Operation): FaultKind[] => [
  "invalid",
  ...(operation.access === "public" ? [] : (["unauthenticated"] as const)),
  ...(operation.access === "organization" ? (["forbidden", "notFound"] as const) : []),
  ...(operation.kind === "command" ? (["conflict"] as const) : []),
  "limitReached",
  "internal",
];

function parametersOf(operation: Operation): Json[] {
  const inPath = new Set(pathFields(operation.path));
  const inQuery = operation.method === "GET" || operation.method === "DELETE";
  const schema = jsonSchemaOf(operation.input, "input") as { properties?: Record<string, Json>; required?: string[] };
  const fields = Object.entries(schema.properties ?? {})
    .filter(([name]) => inPath.has(name) || inQuery)
    .map(([name, field]) => ({
      name,
      in: inPath.has(name) ? "path" : "query",
      required: inPath.has(name) || (schema.required ?? []).includes(name),
      schema: field,
    }));
  const idempotency = {
    name: "Idempotency-Key",
    in: "header",
    required: false,
    description: "Makes a retry of the same command harmless for 24 hours.",
    schema: { type: "string", minLength: 8, maxLength: 100 },
  };
  const basis = {
    name: "If-Match",
    in: "header",
    required: false,
    description: "The basis of a preview: the command is refused as `stateMoved` once its effects are others.",
    schema: { type: "string", minLength: 64, maxLength: 66 },
  };
  if (operation.kind !== "command" || operation.access === "public") return fields;
  return operation.access === "organization" ? [...fields, idempotency, basis] : [...fields, idempotency];
}

function contentTypeOf(operation: Operation): string {
  if (operation.kind !== "stream") return "application/json";
  if (operation.path === "/v1/feed") return "text/event-stream";
  return operation.path.endsWith("/snapshot") ? "application/x-ndjson" : "text/csv";
}

function pathItemOf(name: string, operation: Operation): Json {
  const tag = name.split(".")[0] ?? name;
  const hasBody = operation.method !== "GET" && operation.method !== "DELETE";
  const body = bodySchemaOf(operation);
  return {
    operationId: name,
    summary: operation.summary.split(/[.:;] ?/)[0],
    description: operation.summary,
    tags: [tag],
    security: operation.access === "public" ? [] : [{ bearer: [] }],
    parameters: parametersOf(operation),
    ...(hasBody && Object.keys(body.shape).length > 0
      ? { requestBody: { required: true, content: { "application/json": { schema: jsonSchemaOf(body, "input") } } } }
      : {}),
    responses: {
      "200": {
        description: "Done",
        content: { [contentTypeOf(operation)]: { schema: jsonSchemaOf(operation.output, "output") } },
      },
      ...Object.fromEntries(
        faultsOf(operation).map((kind) => [
          String(statusOf[kind]),
          {
            description: `Fault: ${kind}`,
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
          },
        ]),
      ),
    },
  };
}

/** The OpenAPI 3.1 document of every operation. */
export function openApiDocument(version: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const name of operationNames) {
    const operation = operationOf(name);
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = pathItemOf(name, operation);
  }
  const tags = [...new Set(operationNames.map((name) => name.split(".")[0] ?? name))];
  return {
    openapi: "3.1.1",
    info: {
      title: "Orgdesk",
      version,
      description: "Organizations, members, invitations, permissions and their audit log.",
      license: { name: "MIT", identifier: "MIT" },
      contact: { name: "The Orgdesk maintainers", url: "https://orgdesk.example" },
    },
    servers: [{ url: "https://orgdesk.example", description: "Your own server's address" }],
    tags: tags.map((name) => ({ name, description: `Operations on ${name}` })),
    paths,
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
      schemas: { Problem: jsonSchemaOf(Problem, "output") },
    },
  };
}
