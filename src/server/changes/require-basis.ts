import { refuse } from "../dispatch/fault-error.ts";
import type { Stage } from "../dispatch/perform.ts";
import { prepare } from "./preview.ts";
import type { Asked } from "./rehearse.ts";

/** As an entity tag, the way `If-Match` wants it; without the quotes as well. */
const tag = /^"?([0-9a-f]{64})"?$/;

/**
 * Refuses a command whose effects are no longer those that somebody agreed to, in the command's own transaction. One
 * that the rules refuse by now is left to them: they say why, and it is noted.
 * @throws FaultError `conflict` with `stateMoved`, `invalid` for what is no basis
 */
export async function requireBasis(stage: Stage, asked: Asked, given: string): Promise<void> {
  const basis = tag.exec(given)?.[1];
  if (basis === undefined) {
    const message = "Give the basis of a preview";
    return refuse({ kind: "invalid", issues: [{ path: "If-Match", code: "invalid_format", message }] });
  }
  const { preview } = await prepare(stage, asked);
  if (!preview.verdict.allowed && preview.verdict.fault.kind === "forbidden") return;
  if (preview.basis !== basis) refuse({ kind: "conflict", code: "stateMoved" });
}
