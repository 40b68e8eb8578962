import { authenticateTogether } from "../storage/authenticate-together.ts";
import type { Connection, Pools } from "../storage/pools.ts";
import { authenticate, type Authentication } from "../storage/authenticate.ts";
import { refuse } from "./fault-error.ts";
import type { Caller } from "./services.ts";
import { digestOf } from "./token.ts";

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

/** The same without a connection: whoever reads sets the scope with the first query. */
export async function authenticatedTogether(
  pools: Pools,
  caller: Caller,
  organizationId: string | null,
): Promise<Authentication> {
  if (caller.token === null) return refuse({ kind: "unauthenticated", reason: "missing" });
  const authentication = await authenticateTogether(pools, digestOf(caller.token), organizationId);
  return authentication ?? refuse({ kind: "unauthenticated", reason: "expired" });
}
