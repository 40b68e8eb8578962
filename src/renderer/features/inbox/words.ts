import type { ReceivedRequest } from "#contract/entities/approval.ts";

/** What a request is about, as its sentences name it. */
export const wordsOf = (request: ReceivedRequest) => ({
  requester: request.requester.name,
  name: request.member.name,
  role: request.toRoleName,
  former: request.fromRoleName,
  organization: request.organizationName,
});
