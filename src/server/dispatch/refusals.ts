import type { Reason } from "#domain/policy/decision.ts";
import { authenticate } from "../storage/authenticate.ts";
import { withConnection } from "../storage/scope.ts";
import type { Call } from "./run-account.ts";
import { recordSecurity } from "./security-log.ts";
import { digestOf } from "./token.ts";

/** Notes a refused command for the person and the owners; the organization's own feed stays free of it. */
export async function noteRefusal(call: Call, organizationId: string | null, refusal: Reason): Promise<void> {
  const { services, caller, name } = call;
  const { token } = caller;
  if (token === null) return;
  try {
    const who = await withConnection(services.pools, ({ client }) => authenticate(client, digestOf(token), null));
    if (who === null) return;
    await recordSecurity(services.pools.system, caller, {
      kind: "command.refused",
      accountId: who.account.id,
      ...(organizationId === null ? {} : { organizationId }),
      detail: { operation: name, reason: refusal.code },
    });
  } catch (error) {
    services.log.error({ err: error, operation: name }, "a refused command was not noted");
  }
}
