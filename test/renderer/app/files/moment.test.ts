import { expect, test } from "vitest";
import { namedFor, oldestOf } from "#renderer/app/files/moment.ts";

test("a file is named for the oldest moment of what it holds", () => {
  const { onSource, moment } = oldestOf();
  expect(namedFor("team.csv", moment())).toBe("team.csv");
  onSource({ from: "server" });
  onSource({ from: "snapshot", asOf: "2026-11-22T14:03:20.000Z", revision: 8 });
  onSource({ from: "snapshot", asOf: "2026-11-22T15:00:00.000Z", revision: 9 });
  expect(namedFor("acme.team.csv", moment())).toBe("acme.team-as-of-2026-11-22T14-03Z.csv");
});
