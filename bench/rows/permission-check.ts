import { asTime, figure } from "../system/figure.ts";
import { get, post, rateOf, type Asking } from "../system/load.ts";
import { inPairs, type Slice } from "../system/pairs.ts";
import type { Row } from "./row.ts";

const permission = "member.changeRole";

/**
 * One question against a session check; a hundred questions about a hundred people against one about one, as one person
 * waits for it and as a share of the server's time where 16 ask.
 */
export const permissionCheck: Row = async ({ serverUrl, filled: { token, small } }, pace) => {
  const path = `/v1/organizations/${small.id}/permissions/check`;
  const others = small.members.slice(1, 101).map(({ id }) => ({ memberId: id, permission }));
  const slice =
    (requests: Asking["requests"], connections = 16): Slice =>
    (seconds) =>
      rateOf({ url: serverUrl, token, requests, connections }, seconds);
  const session = slice([get("/v1/me")]);
  const own = slice([get(`${path}?permission=${permission}`)]);
  const one = [get(`${path}?permission=${permission}&memberId=${small.members[1]?.id}`)];
  const other = slice(one);
  const hundred = [post(path, { questions: others })];
  const waited = await inPairs(slice(hundred, 1), slice(one, 1), pace);
  const shared = await inPairs(slice(hundred), other, pace);
  return [
    figure("permission check of oneself", "req/s", "session check", await inPairs(own, session, pace), {
      atLeast: 0.8,
    }),
    figure("permission check of another", "req/s", "session check", await inPairs(other, session, pace), {
      atLeast: 0.8,
    }),
    figure("100 checks at once, one asker", "ms", "one check", asTime(waited), { atMost: 2 }),
    figure("100 checks at once, 16 askers", "ms", "one check", asTime(shared), { atMost: 2 }),
  ];
};
