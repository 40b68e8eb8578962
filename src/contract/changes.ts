import { operationFacts } from "./operationFacts.ts";
import type { Given, OperationName, Operations, OrganizationName } from "./operations.ts";

/** The commands on an organization; each can be previewed, and carry the basis of its preview. */
export type ChangeName = {
  [Name in OrganizationName]: Operations[Name] extends { kind: "command" } ? Name : never;
}[OrganizationName];

/** Fields that only prove who asks, or that it is meant: a preview needs none of them. */
type ProofOf<Name extends ChangeName> = Operations[Name] extends { proof: readonly (infer Field)[] } ? Field : never;

type Unproven<Name extends ChangeName> = Omit<Given<Name>, "organizationId" | (ProofOf<Name> & string)>;

/** A command to preview: its name with its input, which goes without the organization and without proof. */
export type Change = { [Name in ChangeName]: { operation: Name; input: Unproven<Name> } }[ChangeName];

export const changeNames = (Object.keys(operationFacts) as OperationName[]).filter((name): name is ChangeName => {
  const { access, kind } = operationFacts[name];
  return access === "organization" && kind === "command";
});
