import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import type { PersonChange } from "#contract/entities/change.ts";
import { aPlanPreview } from "#test/support/changes.ts";
import { idOf, pageWith } from "#test/support/fixtures.ts";
import { ada, dana, grace, omar, ready, renderTeam } from "./renderTeam.tsx";

type User = Awaited<ReturnType<typeof renderTeam>>["user"];

const select = async (user: User, ...names: readonly string[]) => {
  for (const name of names) await user.click(await screen.findByRole("checkbox", { name: `Select row: ${name}` }));
};

test("a partial failure names who failed and why, and Undo takes back the rest", async () => {
  const { user, bridge } = await renderTeam({
    handlers: {
      "member.remove": ({ memberId }) =>
        memberId === omar.id
          ? failed({ kind: "conflict", code: "stateMoved", requestId: "req-9" })
          : { ...dana, id: memberId, status: "removed", removedAt: dana.joinedAt },
    },
  });
  await select(user, "Ada Byron", "Dana Whitfield", "Omar Haddad");
  await user.click(screen.getByRole("button", { name: "Remove" }));
  const decision = await screen.findByRole("dialog", { name: "Remove 2 people from Northwind" });
  expect(decision.textContent).toContain("1 person is left out");
  expect(decision.textContent).toContain("Ada Byron");
  await user.click(await ready("Remove 2 people"));

  const report = await screen.findByRole("dialog", { name: "Removing 2 people" });
  expect(within(report).getByText("2 of 2")).toBeDefined();
  const failures = await within(report).findByRole("alert");
  expect(failures.textContent).toContain("Omar Haddad");
  expect(failures.textContent).toContain("Someone changed this in the meantime. Request req-9");
  expect(failures.textContent).not.toContain("Dana");
  await user.click(within(report).getAllByRole("button", { name: "Close" })[0]!);

  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() =>
    expect(bridge.inputsOf("member.reinstate")).toEqual([{ organizationId: dana.organizationId, memberId: dana.id }]),
  );
  expect(await screen.findByText("1 person is back")).toBeDefined();
});

test("a new role goes to those who may get it; the others are counted beforehand", async () => {
  const { user, bridge } = await renderTeam();
  await select(user, "Dana Whitfield", "Omar Haddad");
  await user.click(screen.getByRole("button", { name: "Change role" }));
  const dialog = await screen.findByRole("dialog", { name: "Change the role of 2 people" });
  await user.click(within(dialog).getByRole("radio", { name: /Admin/ }));
  expect(dialog.textContent).toContain("1 person is left out");
  await user.click(await ready("Change 1 role"));
  expect(await screen.findByText("1 person now has the role Admin")).toBeDefined();
  expect(bridge.inputsOf("member.changeRole")).toEqual([
    { organizationId: dana.organizationId, memberId: dana.id, role: "admin" },
  ]);
});

test("the last owner of a selection is left out before the server has to refuse", async () => {
  const eve = { ...omar, role: "owner" };
  const { user } = await renderTeam({
    organization: { owners: 1, me: { memberId: ada.id, role: "owner", ends: false } },
    handlers: {
      "member.list": () => ({ items: [eve, dana], next: null, total: 2, matching: 2 }),
    },
  });
  await select(user, "Omar Haddad", "Dana Whitfield");
  await user.click(screen.getByRole("button", { name: "Remove" }));
  const dialog = await screen.findByRole("dialog", { name: "Remove 1 person from Northwind" });
  expect(dialog.textContent).toContain("at least one owner");
});

test("nothing that is refused for everybody selected can be started", async () => {
  const { user, bridge } = await renderTeam({
    organization: { me: { memberId: omar.id, role: "admin", ends: false } },
    handlers: { "permission.explain": () => failed({ kind: "internal" }) },
  });
  await select(user, "Ada Byron");
  for (const name of ["Change role", "Remove"]) {
    const button = screen.getByRole("button", { name });
    expect(button.getAttribute("aria-disabled")).toBe("true");
    expect(button.getAttribute("aria-description")).not.toBe("");
    await user.click(button);
    const why = await screen.findByRole("dialog");
    expect(within(why).getByRole("heading", { name: "Why can't I?" })).toBeDefined();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  }
  expect(bridge.inputsOf("member.remove")).toEqual([]);
});

test("invitations of a selection are revoked, and restored by Undo", async () => {
  const { user, bridge } = await renderTeam();
  await select(user, grace.email);
  await user.click(screen.getByRole("button", { name: "Revoke" }));
  expect(await screen.findByText("1 invitation no longer works")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(bridge.inputsOf("invitation.reinstate")).toHaveLength(1));
});

test("a long work can be stopped; the rest is not tried", async () => {
  let release = () => {};
  const { user, bridge } = await renderTeam({
    handlers: {
      "member.changeRole": async ({ memberId, role }) => {
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        return { ...dana, id: memberId, role };
      },
    },
  });
  await select(user, "Dana Whitfield", "Omar Haddad");
  await user.click(screen.getByRole("button", { name: "Change role" }));
  await user.click(await screen.findByRole("radio", { name: /Owner/ }));
  await user.click(await ready("Change 2 roles"));
  const work = await screen.findByRole("dialog", { name: "Giving 2 people the role Owner" });
  await user.click(within(work).getAllByRole("button", { name: "Stop" })[0]!);
  release();
  expect(await within(work).findByText("Stopped after 1 of 2")).toBeDefined();
  expect(bridge.inputsOf("member.changeRole")).toHaveLength(1);
});

test("what is refused for everybody selected explains itself by keyboard, about the first of them", async () => {
  const eve = { ...ada, id: idOf(1007), accountId: idOf(7), name: "Eve Owner" };
  const { user, bridge } = await renderTeam({
    organization: { owners: 2, me: { memberId: omar.id, role: "admin", ends: false } },
    handlers: {
      "member.list": () => pageWith([ada, eve, omar]),
      "permission.explain": () => failed({ kind: "internal" }),
    },
  });
  await select(user, "Ada Byron", "Eve Owner");
  const remove = screen.getByRole("button", { name: "Remove" });
  expect(remove.getAttribute("aria-disabled")).toBe("true");
  remove.focus();
  await user.keyboard("{Enter}");
  const why = await screen.findByRole("dialog");
  expect(within(why).getByRole("heading", { name: "Why can't I?" })).toBeDefined();
  expect(within(why).getByText("Refused for 2 people. About Ada Byron:")).toBeDefined();
  expect(bridge.inputsOf("permission.explain")).toMatchObject([{ question: { kind: "remove", targetId: ada.id } }]);
  await user.keyboard("{Escape}");
  await waitFor(() => expect(document.activeElement).toBe(remove));
  expect(bridge.inputsOf("member.remove")).toEqual([]);
});

const losing = (person: typeof dana, sessions: number): PersonChange => ({
  memberId: person.id,
  name: person.name,
  email: person.email,
  before: { role: person.role, status: "active" },
  after: { role: person.role, status: "removed" },
  gained: [],
  lost: ["report.run"],
  workspacesGained: [],
  workspacesLost: [],
  workspacesGainedTotal: 0,
  workspacesLostTotal: 2,
  sessions,
});

test("what an act does to several people is told by the server, person by person, without whom it refuses", async () => {
  const people = [
    dana,
    ...Array.from({ length: 5 }, (_, at) => ({
      ...omar,
      id: idOf(1010 + at),
      accountId: idOf(10 + at),
      name: `Person ${at}`,
    })),
  ];
  const refused = { kind: "forbidden", refusal: { code: "held" } } as const;
  const effects = {
    ...(aPlanPreview().effects ?? null)!,
    transitions: [
      {
        from: "admin",
        to: "admin",
        statusFrom: "active",
        statusTo: "removed",
        people: 5,
        gained: [],
        lost: [],
      } as const,
    ],
    people: people.slice(1).map((person) => losing(person, 1)),
    peopleTotal: 5,
  };
  const { user, bridge } = await renderTeam({
    handlers: {
      "member.list": () => pageWith([ada, ...people]),
      "plan.preview": ({ targets: [target] }) =>
        aPlanPreview({
          effects: {
            ...effects,
            transitions: [...effects.transitions].map((one) => ({ ...one, gained: [], lost: [] })),
          },
          items: (target?.accountIds ?? []).map((accountId, position) => ({
            position,
            organizationId: idOf(100),
            accountId,
            name: "",
            email: "",
            role: null,
            verdict: position === 0 ? { verdict: "fault", fault: refused } : { verdict: "will", act: "remove" },
          })),
        }),
    },
  });
  await select(user, ...people.map(({ name }) => name));
  await user.click(screen.getByRole("button", { name: "Remove" }));
  const dialog = await screen.findByRole("dialog", { name: "Remove 5 people from Northwind" });
  expect(await within(dialog).findByText("Admin: 5 people lose access")).toBeDefined();
  expect(within(dialog).getByText(dana.name)).toBeDefined();
  const each = within(dialog).getByRole("button", { name: "5 people by name" });
  expect(each.getAttribute("aria-expanded")).toBe("false");
  await user.click(each);
  const list = within(dialog).getByRole("list", { name: "5 people by name" });
  expect(within(list).getAllByRole("listitem")).toHaveLength(5);
  expect(list.textContent).toContain("Person 3 loses access");
  expect(list.textContent).toContain("loses 2 brands · 1 signed-in desktop");
  await user.click(await ready("Remove 5 people"));
  await waitFor(() => expect(bridge.inputsOf("member.remove")).toHaveLength(5));
  expect(JSON.stringify(bridge.inputsOf("member.remove"))).not.toContain(dana.id);
});
