import { answered, failed, type Answer } from "#contract/answer.ts";
import { operations } from "#contract/operations.ts";
import { readAnswer } from "./answers.ts";
import { faultOfLoss, lossOf } from "./faults.ts";
import type { Tokens } from "./tokens.ts";
import type { Transport } from "./transport.ts";

/** Gives an access token other than `stale`, or why there is none. */
export type Renewal = (baseUrl: string, stale: string | null) => Promise<Answer<string>>;

/** One refresh at a time: a refresh token used twice would end the session, so concurrent calls share its outcome. */
export function createRenewal(transport: Transport, tokens: Tokens): Renewal {
  let running: Promise<Answer<string>> | undefined;
  return async (baseUrl, stale) => {
    const current = tokens.access();
    if (current !== null && current !== stale) return answered(current);
    running ??= refresh(transport, tokens, baseUrl).finally(() => (running = undefined));
    return await running;
  };
}

async function refresh(transport: Transport, tokens: Tokens, baseUrl: string): Promise<Answer<string>> {
  const refreshToken = tokens.refresh();
  if (refreshToken === null) return failed({ kind: "unauthenticated", reason: "missing" });
  const operation = operations["session.refresh"];
  const response = await transport
    .send(baseUrl, operation, { refreshToken }, { accessToken: null })
    .catch((error: unknown) => lossOf(error));
  if (typeof response === "string") return failed(faultOfLoss(response));
  const answer = await readAnswer(baseUrl, operation.output, response);
  if (answer.ok) {
    await tokens.renewed(answer.value, refreshToken);
    return answered(answer.value.accessToken);
  }
  if (answer.fault.kind === "unauthenticated") await tokens.refused(refreshToken);
  return answer;
}
