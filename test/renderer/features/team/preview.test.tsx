import { failed } from "#contract/answer.ts";
import type { ChangePreview, PersonChange } from "#contract/entities/change.ts";
import { aChangePreview } from "#test/support/changes.ts";
import { idOf } from "#test/support/fixtures.ts";
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { ada, dana, ready, renderTeam } from "./renderTeam.tsx";

const goes: PersonChange = {
  memberId: dana.id,
  name: dana.name,
  email: dana.email,
  before: { role: "member", status: "active" },
  after: { role: "member", status: "removed" },
  gained: [],
  lost: ["report.run"],
  workspacesGained: [],
  workspacesLost: [{ id: idOf(4001), name: "Acme Foods" }],
  workspacesGainedTotal: 0,
  workspacesLostTotal: 1,
  sessions: 2,
};

const removal = (change: Partial<ChangePreview> = {}) =>
  aChangePreview({
    peopleTotal: 1,
    people: [goes],
    sessions: 2,
    seats: { limit: 5, before: { used: 3, pending: 0 }, after: { used: 2, pending: 0 } },
    administrators: { before: 2, after: [{ memberId: ada.id, name: ada.name, lastSeenAt: null }], afterTotal: 1 },
    ...change,
  });

async function openRemoval(preview: () => ReturnType<typeof aChangePreview>, refuse = false) {
  let calls = 0;
  const view = await renderTeam({
    handlers: {
      "change.preview": preview,
      "member.remove": () => {
        calls += 1;
        if (refuse && calls === 1) return failed({ kind: "conflict", code: "stateMoved" });
        return { ...dana, status: "removed" as const, removedAt: dana.joinedAt };
      },
    },
  });
  await view.user.click(await screen.findByRole("button", { name: `Actions for this row: ${dana.name}` }));
  await view.user.click(await screen.findByRole("menuitem", { name: "Remove" }));
  return { ...view, dialog: await screen.findByRole("dialog") };
}

test.each([
  [1, "1 open invitation that Dana Whitfield sent will no longer work. Send it again to renew it."],
  [3, "3 open invitations that Dana Whitfield sent will no longer work. Send them again to renew them."],
])("a removal says that %i open invitations of the person join nobody any more", async (lapsed, words) => {
  const invitations = { ended: 0, changed: 0, lapsed };
  const { user } = await renderTeam({ handlers: { "change.preview": () => removal({ invitations }) } });
  await user.click(await screen.findByRole("button", { name: "Actions for this row: Dana Whitfield" }));
  await user.click(await screen.findByRole("menuitem", { name: "Remove" }));
  expect(await screen.findByText(words)).toBeDefined();
});

test("a decision tells what it does to the person, the desktops, the seats and who stays in charge", async () => {
  const { user, bridge, dialog } = await openRemoval(() => removal());
  const panel = await within(dialog).findByRole("region", { name: "What this does" });
  expect(panel.textContent).toContain("Dana Whitfield loses access");
  expect(panel.textContent).toContain("Loses the brand Acme Foods");
  expect(panel.textContent).toContain("2 signed-in desktops lose this organization.");
  expect(panel.textContent).toContain("Seats in use: 3 → 2 of 5");
  expect(panel.textContent).toContain("Only Ada Byron can still administer Northwind");
  expect(bridge.inputsOf("change.preview")).toEqual([
    { organizationId: idOf(100), change: { operation: "member.remove", input: { memberId: dana.id } } },
  ]);
  await user.click(await ready("Remove"));
  await waitFor(() =>
    expect(bridge.calls.filter(({ name }) => name === "member.remove")).toMatchObject([{ basis: "0".repeat(64) }]),
  );
});

test.for([
  ["seen today", 0, false],
  ["not seen for 31 days", 31, true],
] as const)(
  "where the second of two owners left was %s, it is said before that it waits for a confirmation",
  async ([, days, waits]) => {
    const lastSeenAt = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString();
    const after = [
      { memberId: ada.id, name: ada.name, lastSeenAt: lastSeenAt(0) },
      { memberId: idOf(1009), name: "Olga Petrov", lastSeenAt: lastSeenAt(days) },
    ];
    const people = [{ ...goes, before: { role: "owner", status: "active" as const } }];
    const { dialog } = await openRemoval(() =>
      removal({ people, administrators: { before: 3, after, afterTotal: 2 } }),
    );
    const panel = await within(dialog).findByRole("region", { name: "What this does" });
    expect(panel.textContent).toContain("Ada Byron and Olga Petrov can still administer Northwind");
    expect(
      panel.textContent.includes("Unless an owner confirms it within a day, Dana Whitfield becomes an owner again"),
    ).toBe(waits);
  },
);

test("nothing is said to wait where an owner leaves by themselves", async () => {
  const after = [{ memberId: ada.id, name: ada.name, lastSeenAt: new Date().toISOString() }];
  const people = [{ ...goes, before: { role: "owner", status: "active" as const } }];
  const told = { people, administrators: { before: 2, after, afterTotal: 1 } };
  const { dialog } = await openRemoval(() => removal({ ...told, events: ["member.left"] }));
  const panel = await within(dialog).findByRole("region", { name: "What this does" });
  expect(panel.textContent).toContain("Ada Byron can still administer Northwind");
  expect(panel.textContent).not.toContain("becomes an owner again");
});

test("a refusal says why and keeps the verb from being used", async () => {
  const fault = { kind: "forbidden", refusal: { code: "lastOwner" } } as const;
  const { dialog } = await openRemoval(() => aChangePreview({ verdict: { allowed: false, fault } }));
  expect(await within(dialog).findByText(/This cannot be done now/)).toBeDefined();
  expect(within(dialog).getByRole("button", { name: "Remove" })).toHaveProperty("disabled", true);
});

test("when the state has moved, the new preview shows with a sentence, and its basis counts", async () => {
  let basis = "a".repeat(64);
  const { user, bridge, dialog } = await openRemoval(() => removal({ basis }), true);
  const verb = await ready("Remove");
  basis = "b".repeat(64);
  await user.click(verb);
  expect(await within(dialog).findByText("This is what it does now.")).toBeDefined();
  await user.click(await ready("Remove"));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  const removals = bridge.calls.filter(({ name }) => name === "member.remove");
  expect(removals.map((call) => call.basis)).toEqual(["a".repeat(64), "b".repeat(64)]);
});

test("a dialog opened again tells what it does now, not what it did when it was opened before", async () => {
  let basis = "a".repeat(64);
  const { user, bridge } = await openRemoval(() => removal({ basis, sessions: basis.startsWith("a") ? 2 : 7 }));
  await ready("Remove");
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  basis = "b".repeat(64);
  await user.click(await screen.findByRole("button", { name: `Actions for this row: ${dana.name}` }));
  await user.click(await screen.findByRole("menuitem", { name: "Remove" }));
  await screen.findByText("7 signed-in desktops lose this organization.");
  await user.click(await ready("Remove"));
  await waitFor(() =>
    expect(bridge.calls.filter(({ name }) => name === "member.remove")).toMatchObject([{ basis: "b".repeat(64) }]),
  );
});

test("without a preview the person can still act", async () => {
  const view = await renderTeam({ handlers: { "change.preview": () => failed({ kind: "internal" }) } });
  await view.user.click(await screen.findByRole("button", { name: `Actions for this row: ${dana.name}` }));
  await view.user.click(await screen.findByRole("menuitem", { name: "Remove" }));
  expect(await screen.findByText(/could not be worked out/)).toBeDefined();
  await view.user.click(await ready("Remove"));
  await waitFor(() => expect(view.bridge.inputsOf("member.remove")).toHaveLength(1));
});
