import { expect, test } from "vitest";
import { chordOf, keyReader } from "#renderer/app/commands/keys.ts";

const press = (key: string, held: { ctrlKey?: boolean; metaKey?: boolean; shiftKey?: boolean } = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

test.each([
  [press("k", { ctrlKey: true }), "mod+k"],
  [press("k", { metaKey: true }), "mod+k"],
  [press("N", { ctrlKey: true, shiftKey: true }), "mod+shift+n"],
  [press("?", { shiftKey: true }), "?"],
  [press("g"), "g"],
])("%j reads as %s", (event, chord) => {
  expect(chordOf(event)).toBe(chord);
});

test("one key after another within the time completes a sequence, later it does not", () => {
  let now = 0;
  const read = keyReader(() => now);
  const shortcuts = ["g t", "mod+K", "t"];
  expect(read(press("g"), shortcuts)).toBeNull();
  now = 500;
  expect(read(press("t"), shortcuts)).toBe("g t");
  expect(read(press("k", { ctrlKey: true }), shortcuts)).toBe("mod+K");
  read(press("g"), shortcuts);
  now = 5000;
  expect(read(press("t"), shortcuts)).toBe("t");
});
