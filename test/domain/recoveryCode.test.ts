import { expect, test } from "vitest";
import { readSecondFactor, recoveryCodeOf } from "#domain/recoveryCode.ts";

test("random bytes become four groups without characters that look alike", () => {
  const bytes = Uint8Array.from({ length: 16 }, (_, index) => index * 15);
  expect(recoveryCodeOf(bytes)).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/);
  expect(recoveryCodeOf(new Uint8Array(16))).toBe("0000-0000-0000-0000");
  expect(recoveryCodeOf(new Uint8Array(16).fill(255))).toBe("zzzz-zzzz-zzzz-zzzz");
});

test("every code reads back as itself", () => {
  for (let first = 0; first < 256; first += 1) {
    const code = recoveryCodeOf(Uint8Array.from({ length: 16 }, (_, index) => (first + index * 7) % 256));
    expect(readSecondFactor(code)).toEqual({ kind: "recovery", code: code.replaceAll("-", "") });
  }
});

test.each([
  ["123456", { kind: "oneTime", code: "123456" }],
  [" 123 456 ", { kind: "oneTime", code: "123456" }],
  ["K3FD 9Q2M X7TA 0BZE", { kind: "recovery", code: "k3fd9q2mx7ta0bze" }],
  ["k3fd-9q2m-x7ta-obil", { kind: "recovery", code: "k3fd9q2mx7ta0b11" }],
  ["12345", null],
  ["1234567", null],
  ["", null],
  ["k3fd-9q2m-x7ta-0bz", null],
  ["k3fd-9q2m-x7ta-0bzu", null],
  ["k3fd-9q2m-x7ta-0bze-1", null],
  ["１２３４５６", null],
])("%j is read as %j", (typed, read) => {
  expect(readSecondFactor(typed)).toEqual(read);
});
