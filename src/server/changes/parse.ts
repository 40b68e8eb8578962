import { z } from "zod";
import type { OrganizationCommand } from "../dispatch/perform.ts";
import { FaultError, refuse } from "../dispatch/fault-error.ts";
import { parseInput } from "../dispatch/parse.ts";
import { invalid } from "../operations/invalid.ts";

const at = "change.input";

/** Fields of proof are not asked for in a preview; whoever reads them passes a rehearsal by. */
function unproven(operation: OrganizationCommand): OrganizationCommand {
  const proof = new Set(operation.proof);
  if (proof.size === 0) return operation;
  const asked = Object.entries(operation.input.shape).filter(([field]) => !proof.has(field));
  return { ...operation, input: z.strictObject(Object.fromEntries(asked)) };
}

/** The input of a command to preview, as the command itself would read it for this organization. */
export function parseChange(
  operation: OrganizationCommand,
  given: Readonly<Record<string, unknown>>,
  organizationId: string,
): Record<string, unknown> {
  if ("organizationId" in given) invalid(`${at}.organizationId`, "misplacedField", "Comes from the path alone");
  const named = "organizationId" in operation.input.shape ? { organizationId } : {};
  try {
    return parseInput(unproven(operation), { ...given, ...named });
  } catch (error) {
    if (!(error instanceof FaultError) || error.fault.kind !== "invalid") throw error;
    const issues = error.fault.issues.map((issue) => ({
      ...issue,
      path: issue.path === "" ? at : `${at}.${issue.path}`,
    }));
    return refuse({ kind: "invalid", issues });
  }
}
