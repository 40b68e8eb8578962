import { invitationTokenOf } from "#main/session/invitation-link.ts";
import { expect, test } from "vitest";

const token = "abcDEF_123-456789";

test.each([
  [`https://orgdesk.example/invite#token=${token}`, token],
  [`  http://127.0.0.1:4000/invite#token=${token}\n`, token],
  [`https://orgdesk.example/base/invite#a=b&token=${token}`, token],
  [`orgdesk://invite/${token}`, token],
  [token, token],
  ["https://orgdesk.example/invite", null],
  [`https://orgdesk.example/other#token=${token}`, null],
  [`https://orgdesk.example/invite?token=${token}`, null],
  [`orgdesk://organizations/${token}`, null],
  [`orgdesk://invite/${token}/../x`, null],
  [`file:///invite#token=${token}`, null],
  [`javascript:alert(1)//invite#token=${token}`, null],
  ["short", null],
  [`${token} ${token}`, null],
  ["", null],
])("%j gives %j", (link, expected) => {
  expect(invitationTokenOf(link)).toBe(expected);
});
