import { deepLinkIn, parseDeepLink } from "#main/shell/electron/deep-link.ts";
import { expect, test } from "vitest";
import { organizationId } from "../../main/support/people.ts";

const invite = "orgdesk://invite/abcDEF_123-456789";

test.each([
  [invite, { kind: "invitation", link: invite }],
  [`orgdesk://organizations/${organizationId}`, { kind: "organization", organizationId }],
  ["orgdesk://organizations/../../etc/passwd", null],
  [`orgdesk://organizations/${organizationId}/delete`, null],
  ["orgdesk://invite/", null],
  ["orgdesk://invite/a b", null],
  ["orgdesk://settings/", null],
  [`https://orgdesk.example/invite#token=abcDEF_123-456789`, null],
  ["file:///etc/passwd", null],
  ["--inspect=9229", null],
  [`orgdesk://invite/${"a".repeat(3_000)}`, null],
  ["", null],
])("%j", (link, expected) => {
  expect(parseDeepLink(link)).toEqual(expected);
});

test("is found among the arguments of a start", () => {
  expect(deepLinkIn(["/usr/bin/orgdesk", "--flag", invite])).toEqual({ kind: "invitation", link: invite });
  expect(deepLinkIn(["/usr/bin/orgdesk", "."])).toBeNull();
});
