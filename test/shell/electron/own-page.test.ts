import { isOwnPage, mayLoad } from "#main/shell/electron/own-page.ts";
import { expect, test } from "vitest";

test.each([
  ["app://orgdesk/", true],
  ["app://orgdesk/index.html#/organizations/7", true],
  ["app://orgdesk.attacker.example/", false],
  ["app://other/", false],
  ["app://user@orgdesk/", false],
  ["app://orgdesk:80/", false],
  ["https://orgdesk/", false],
  ["file:///app://orgdesk/", false],
  ["javascript:alert(1)", false],
  ["about:blank", false],
  ["", false],
])("%j is our page: %j", (address, own) => {
  expect(isOwnPage(address)).toBe(own);
});

test.each([
  ["app://orgdesk/assets/app.js", true],
  ["data:image/png;base64,AA==", true],
  ["https://orgdesk.example/", false],
  ["http://127.0.0.1:4000/", false],
  ["ws://127.0.0.1:4000/", false],
  ["file:///etc/passwd", false],
])("%j may be loaded: %j", (address, allowed) => {
  expect(mayLoad(address)).toBe(allowed);
});
