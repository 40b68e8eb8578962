import { figure } from "../system/figure.ts";
import { get, rateOf } from "../system/load.ts";
import { inPairs } from "../system/pairs.ts";
import type { Row } from "./row.ts";

/** `GET` of the signed-in person against Fastify's 'hello'. */
export const sessionCheck: Row = async ({ serverUrl, peerUrl, filled: { token } }, pace) => {
  const compared = await inPairs(
    (seconds) => rateOf({ url: serverUrl, token, requests: [get("/v1/me")] }, seconds),
    (seconds) => rateOf({ url: peerUrl, token, requests: [get("/hello")] }, seconds),
    pace,
  );
  return [figure("session check", "req/s", "Fastify hello", compared, { atLeast: 0.35 })];
};
