import type { Operation } from "#contract/operation.ts";
import { pathFields } from "#contract/operations.ts";

export type Fields = Readonly<Record<string, unknown>>;

/** An operation's input, laid out for HTTP. */
export interface RequestParts {
  readonly method: Operation["method"];
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Fields | undefined;
}

/** Path fields go into the path, the rest into the query (GET, DELETE) or the body. */
export function requestParts(operation: Operation, input: Fields): RequestParts {
  const inPath = new Set(pathFields(operation.path));
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])));
  const rest = Object.entries(input).filter(([name, value]) => !inPath.has(name) && value !== undefined);
  if (operation.method === "GET" || operation.method === "DELETE") {
    return { method: operation.method, path, query: queryOf(rest), body: undefined };
  }
  // Also without fields: axios labels an absent body as a form, which the server refuses.
  return { method: operation.method, path, query: new URLSearchParams(), body: Object.fromEntries(rest) };
}

// A list is the same name again and again: ?role=admin&role=owner.
function queryOf(fields: [string, unknown][]): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of fields) {
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  return query;
}
