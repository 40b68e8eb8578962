import type { ChangeName } from "#contract/changes.ts";
import { operationOf } from "#contract/operations.ts";
import type { Person, TestServer } from "#test/support/server.ts";
import { cases } from "../generated/cases.ts";
import type { Scene } from "../generated/scene.ts";

/** The input of a command as a preview takes it: without the organization, and without what proves who asks. */
export function previewInput(name: ChangeName, scene: Scene): Record<string, never> {
  const operation = operationOf(name);
  const proof = "proof" in operation ? (operation.proof ?? []) : [];
  const left = new Set(["organizationId", ...proof]);
  const given: Record<string, unknown> = { ...cases[name].input(scene) };
  return Object.fromEntries(Object.entries(given).filter(([field]) => !left.has(field))) as Record<string, never>;
}

/** Asks for a preview of any change, valid or not. */
export const previewOf = async (
  server: TestServer,
  as: Person,
  organizationId: string,
  operation: string,
  input: Record<string, unknown> = {},
) =>
  server.call(
    "change.preview",
    { organizationId, change: { operation, input: input as Record<string, never> } },
    { as },
  );
