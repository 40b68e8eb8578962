import { authenticateAccount } from "../storage/authenticate-account.ts";
import { authenticateTogether } from "../storage/authenticate-together.ts";
import type { Connection, Pools } from "../storage/pools.ts";
import { authenticate, type Authentication } from "../storage/authenticate.ts";
import { refuse } from "./fault-error.ts";
import type { Caller } from "./services.ts";
import { digestOf, hexDigestOf } from "./token.ts";

/** Who calls, from the token alone: an id in the input never says who somebody is. */
export async function authenticated(
  client: Connection["client"],
  caller: Caller,
  organizationId: string | null,
): Promise<Authentication> {
  if (caller.token === null) return refuse({ kind: "unauthenticated", reason: "missing" });
  const authentication = await authenticate(client, digestOf(caller.token), organizationId);
  return authentication ?? refuse({ kind: "unauthenticated", reason: "expired" });
}

/**
 * Who a job works for, as they stand now. The account comes from what the person asked for behind a sign-in, never
 * from a request: no operation's handler has a way here.
 */
export async function authenticatedForJob(
  pools: Pools,
  accountId: string,
  organizationId: string,
  jobId: string,
): Promise<Authentication> {
  const authentication = await authenticateAccount(pools, accountId, organizationId, jobId);
  return authentication ?? refuse({ kind: "unauthenticated", reason: "invalid" });
}

/**
 * The same without a connection: whoever reads sets the scope with the first query. `others` are members of the
 * organization whose standing the read needs.
 */
export async function authenticatedTogether(
  pools: Pools,
  caller: Caller,
  organizationId: string | null,
  others?: readonly string[],
): Promise<Authentication> {
  if (caller.token === null) return refuse({ kind: "unauthenticated", reason: "missing" });
  const authentication = await authenticateTogether(pools, hexDigestOf(caller.token), organizationId, others);
  return authentication ?? refuse({ kind: "unauthenticated", reason: "expired" });
}
