import { boundsOf } from "#main/shell/electron/window-place.ts";
import { expect, test } from "vitest";

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const second = { x: 1920, y: 0, width: 1280, height: 1024 };
const usual = { width: 1280, height: 800 };
const at = (x: number, y: number, width = 1300, height = 900) => ({ x, y, width, height, maximized: false });

test.each([
  ["never placed", null, [screen], usual],
  ["as it was", at(100, 50), [screen], { x: 100, y: 50, width: 1300, height: 900 }],
  ["on the second screen", at(2000, 50), [screen, second], { x: 2000, y: 50, width: 1300, height: 900 }],
  ["on a screen that is gone", at(2000, 50), [screen], usual],
  ["above every screen", at(100, -200), [screen], usual],
  ["with too little to grasp", at(-1290, 50), [screen], usual],
  ["smaller than allowed", at(10, 10, 300, 300), [screen], { x: 10, y: 10, width: 1024, height: 640 }],
])("%s", (_, place, screens, expected) => {
  expect(boundsOf(place, screens)).toEqual(expected);
});
