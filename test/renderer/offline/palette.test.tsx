import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { offeredCommands } from "#renderer/app/commands/commands.ts";
import { Root } from "#renderer/app/Root.tsx";
import { fakeBridge } from "#test/support/fakeBridge.ts";
import { idOf } from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";
import { acme, dana, handlers, organization, pending } from "../pseudo/answers.ts";
import { desk } from "./given.ts";

/** What needs no server. */
const works = new Set([
  "palette",
  "shortcuts",
  "theme",
  "switch",
  "lookUpPerson",
  "startReview",
  "team.export",
  "organizations.export",
  "people.export",
  "workspaces.archived",
]);

const inside = `/o/${organization.id}`;

test.each([
  `${inside}/overview`,
  `${inside}/team`,
  `${inside}/team/${dana.id}`,
  `${inside}/team/invitation/${pending.id}`,
  `${inside}/permissions`,
  `${inside}/workspaces`,
  `${inside}/workspaces/${acme.id}`,
  `${inside}/audit`,
  `${inside}/settings`,
  "/organizations",
  "/people",
  "/people/plans",
  "/inbox",
  "/reviews",
  `/reviews/${idOf(900)}`,
  "/account",
])("at %s, what the palette offers without a connection needs none, or says why not", async (at) => {
  const bridge = fakeBridge({ ...handlers, ...desk("submitted") }, { connection: "offline" });
  await renderWithBridge(<Root />, bridge, { at });
  await screen.findByRole("main");
  await waitFor(() => expect(document.querySelector("[aria-busy='true']")).toBeNull());
  const open = offeredCommands().filter(({ id, group, reason }) => group === "action" && !reason && !works.has(id));
  expect(open.map(({ id }) => id)).toEqual([]);
});
