import type { Organization } from "#contract/entities/organization.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { nounsOfPolicy, type Nouns } from "./policyNouns.ts";

/** What an organization's preset calls its workspaces. */
export const nounsOf = (organization: Organization): Nouns => nounsOfPolicy(policyFor(organization));
