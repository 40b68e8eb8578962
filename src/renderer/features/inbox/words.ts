import type { ReceivedRequest } from "#contract/entities/approval.ts";
import { inSentence } from "#renderer/i18n/inSentence.ts";

/** What a request is about, as its sentences name it. */
export const wordsOf = (request: ReceivedRequest) => ({
  requester: inSentence(request.requester.name),
  name: inSentence(request.member.name),
  role: inSentence(request.toRoleName),
  former: inSentence(request.fromRoleName),
  organization: inSentence(request.organizationName),
});
