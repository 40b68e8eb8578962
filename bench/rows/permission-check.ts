import { asTime, figure } from "../system/figure.ts";
import { get, post, rateOf, type Asking } from "../system/load.ts";
import { inPairs, type Slice } from "../system/pairs.ts";
import type { Row } from "./row.ts";

const permission = "member.changeRole";

/** One question against a session check; a hundred questions about a hundred people against one about one. */
export const permissionCheck: Row = async ({ serverUrl, filled: { token, small } }, pace) => {
  const path = `/v1/organizations/${small.id}/permissions/check`;
  const others = small.members.slice(1, 101).map(({ id }) => ({ memberId: id, permission }));
  const slice =
    (requests: Asking["requests"]): Slice =>
    (seconds) =>
      rateOf({ url: serverUrl, token, requests }, seconds);
  const session = slice([get("/v1/me")]);
  const own = slice([post(path, { questions: [{ permission }] })]);
  const other = slice([post(path, { questions: others.slice(0, 1) })]);
  const hundred = slice([post(path, { questions: others })]);
  return [
    figure("permission check of oneself", "req/s", "session check", await inPairs(own, session, pace), {
      atLeast: 0.8,
    }),
    figure("permission check of another", "req/s", "session check", await inPairs(other, session, pace), {
      atLeast: 0.8,
    }),
    figure("100 checks at once", "ms", "one check", asTime(await inPairs(hundred, other, pace)), { atMost: 2 }),
  ];
};
