import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import { anInvitation, idOf } from "#test/support/fixtures.ts";
import { ada, omar, renderTeam } from "./renderTeam.tsx";

const addresses = () => screen.findByRole("textbox", { name: "E-mail addresses" });

test("a pasted list says line by line what is wrong; the good ones are invited, and Undo revokes them", async () => {
  const { user, bridge } = await renderTeam({
    handlers: {
      "invitation.send": ({ emails, role }) => ({
        outcomes: emails.map((email, index) => ({
          result: "sent" as const,
          email,
          invitation: anInvitation({ id: idOf(2100 + index), email, role }),
        })),
        seatsFree: null,
      }),
    },
  });
  await screen.findByText("Dana Whitfield");
  await user.keyboard("i");
  await user.click(await addresses());
  await user.paste("new@example.com, bob@\nEve Moon <eve@example.com>\nNEW@example.com");
  expect(await screen.findByText("2 entries will not be invited")).toBeDefined();
  const problems = screen.getAllByRole("listitem").map((item) => item.textContent);
  expect(problems).toEqual(["Line 1bob@is wrong after the @", "Line 3NEW@example.comis in the list already"]);
  await user.click(screen.getByRole("radio", { name: /Admin/ }));
  await user.type(screen.getByRole("textbox", { name: "Message" }), "Hello");
  await user.click(screen.getByRole("button", { name: "Invite 2 people" }));
  expect(await screen.findByText("2 people have an invitation for 7 days")).toBeDefined();
  expect(bridge.inputsOf("invitation.send")).toEqual([
    {
      organizationId: idOf(100),
      emails: ["new@example.com", "eve@example.com"],
      role: "admin",
      message: "Hello",
    },
  ]);
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(bridge.inputsOf("invitation.revoke")).toHaveLength(2));
});

test("only roles that the inviter may give are offered, and without an address nothing is sent", async () => {
  const { user, bridge } = await renderTeam({
    at: "?invite",
    organization: { me: { memberId: omar.id, role: "admin", ends: false }, id: idOf(102) },
  });
  const roles = within(await screen.findByRole("radiogroup", { name: "Role" })).getAllByRole("radio");
  expect(roles).toHaveLength(1);
  const submit = screen.getByRole("button", { name: "Invite" });
  expect(submit.getAttribute("aria-description")).toBe("Enter at least one address.");
  await user.click(submit);
  expect(bridge.inputsOf("invitation.send")).toEqual([]);
});

test("inviting beyond the free seats warns", async () => {
  const { user } = await renderTeam({
    at: "?invite",
    organization: { id: idOf(103), seatsLimit: 5, memberCount: 3, pendingInvitations: 1 },
  });
  await user.type(await addresses(), "a@example.com");
  expect(screen.queryByText(/wait for one/)).toBeNull();
  await user.type(await addresses(), " b@example.com");
  expect(screen.getByText(/3 of 5 seats are used, 1 pending, 2 free.*wait for one/)).toBeDefined();
});

test("each address that was left out is named with the reason, also when all are", async () => {
  const { user } = await renderTeam({
    at: "?invite",
    organization: { id: idOf(104) },
    handlers: {
      "invitation.send": () =>
        failed({
          kind: "invalid",
          issues: [
            { path: "emails.0", code: "alreadyMember", message: "This person is already a member" },
            { path: "emails.1", code: "alreadyInvited", message: "This address already has a pending invitation" },
          ],
        }),
    },
  });
  await user.type(await addresses(), `${ada.email} grace@example.com`);
  await user.click(screen.getByRole("button", { name: "Invite 2 people" }));
  expect(await screen.findByText("Nobody was invited.")).toBeDefined();
  const outcomes = within(screen.getByRole("dialog")).getAllByRole("listitem");
  expect(outcomes.map((item) => item.textContent)).toEqual([
    "ada@example.comis a member already",
    "grace@example.comhas a pending invitation",
  ]);
});

test("another fault keeps what was written", async () => {
  const { user } = await renderTeam({
    at: "?invite",
    organization: { id: idOf(105) },
    handlers: { "invitation.send": () => failed({ kind: "limitReached", limit: "rate", retryAfter: 30 }) },
  });
  await user.type(await addresses(), "a@example.com");
  await user.click(screen.getByRole("button", { name: "Invite 1 person" }));
  expect(await screen.findByText(/Wait 30 seconds/)).toBeDefined();
  expect(await addresses()).toHaveProperty("value", "a@example.com");
});
