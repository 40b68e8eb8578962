import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import { aWorkspaceAccess, idOf, noDetails } from "#test/support/fixtures.ts";
import { ada, dana, renderTeam } from "./renderTeam.tsx";

const contact = { phone: "+49 30 901820", jobTitle: "Analyst", department: "", revision: 4 };
const notes = { text: "Freelance until spring.", revision: 2 };
const answered = { shared: [], workspaceAccess: aWorkspaceAccess(), ...noDetails };
const of = { organizationId: idOf(100), memberId: dana.id };

test("those in charge see and edit contact and notes, on the revision they saw", async () => {
  const { user, bridge } = await renderTeam({
    at: `/${dana.id}`,
    handlers: {
      "member.get": () => ({ ...answered, member: dana, contact, notes }),
      "member.updateDetails": () => ({ ...contact, revision: 5 }),
      "member.updateNotes": ({ text }) => ({ text, revision: 3 }),
    },
  });
  const drawer = await screen.findByRole("dialog", { name: "Member" });
  expect(await within(drawer).findByText("Freelance until spring.")).toBeDefined();
  const [editContact, editNotes] = within(drawer).getAllByRole("button", { name: "Edit" });
  if (!editContact || !editNotes) throw new Error("There is nothing to edit");
  await user.click(editContact);
  const dialog = await screen.findByRole("dialog", { name: "Edit the contact details of Dana Whitfield" });
  const phone = within(dialog).getByLabelText("Phone");
  await user.clear(phone);
  await user.type(phone, "call me{Enter}");
  expect(await within(dialog).findByText(/Give a telephone number/)).toBeDefined();
  await user.clear(phone);
  await user.type(phone, "+1 555 0100{Enter}");
  await waitFor(() =>
    expect(bridge.inputsOf("member.updateDetails")).toEqual([
      { ...of, revision: 4, phone: "+1 555 0100", jobTitle: "Analyst", department: "" },
    ]),
  );
});

test("a member's own drawer has their mails and no notes", async () => {
  const { user, bridge } = await renderTeam({
    at: `/${ada.id}`,
    handlers: {
      "member.get": () => ({ ...answered, member: ada, notifications: { muted: ["joining"] } }),
      "member.updateNotifications": ({ muted }) => ({ muted }),
    },
  });
  const drawer = await screen.findByRole("dialog", { name: "Member" });
  const mails = await within(drawer).findByRole("switch", { name: "Somebody you invited joins" });
  expect(within(drawer).queryByText("Notes")).toBeNull();
  await user.click(mails);
  await user.click(within(drawer).getByRole("switch", { name: "Your role changes" }));
  await waitFor(() =>
    expect(bridge.inputsOf("member.updateNotifications")).toEqual([
      { organizationId: idOf(100), muted: [] },
      { organizationId: idOf(100), muted: ["roleChange"] },
    ]),
  );
});

test("a dialog about one member is not carried over to another by going back", async () => {
  const of = (member: typeof dana) => ({
    ...answered,
    member,
    contact,
    notes: { text: `About ${member.name}`, revision: 1 },
  });
  const { user } = await renderTeam({
    at: `/${ada.id}`,
    handlers: { "member.get": ({ memberId }) => of(memberId === dana.id ? dana : ada) },
  });
  await screen.findByText("About Ada Byron");
  await user.click(await screen.findByRole("row", { name: /Dana Whitfield/ }));
  await screen.findByText("About Dana Whitfield");
  const drawer = screen.getByRole("dialog", { name: "Member" });
  await user.click(within(drawer).getAllByRole("button", { name: "Edit" })[1] ?? drawer);
  await screen.findByRole("dialog", { name: /Dana Whitfield/ });
  fireEvent.click(screen.getByText("Back in history"));
  await screen.findByText("About Ada Byron");
  await waitFor(() => expect(screen.queryByRole("textbox", { name: /^Notes about/ })).toBeNull());
});

test("a dialog whose form is being saved stays until the answer is there, and shows it", async () => {
  let answer = (): void => undefined;
  const { user, bridge } = await renderTeam({
    at: `/${dana.id}`,
    handlers: {
      "member.get": () => ({ ...answered, member: dana, notes }),
      "member.updateNotes": async () => {
        await new Promise<void>((resolve) => (answer = resolve));
        return failed({ kind: "conflict", code: "stateMoved" });
      },
    },
  });
  const drawer = await screen.findByRole("dialog", { name: "Member" });
  await within(drawer).findByText("Freelance until spring.");
  await user.click(within(drawer).getAllByRole("button", { name: "Edit" })[1] ?? drawer);
  const dialog = await screen.findByRole("dialog", { name: /^Edit the notes/ });
  await user.type(within(dialog).getByRole("textbox"), " Back in May.");
  await user.click(within(dialog).getByRole("button", { name: "Save notes" }));
  await waitFor(() => expect(bridge.inputsOf("member.updateNotes")).toHaveLength(1));
  await waitFor(() => expect(within(dialog).getByRole("button", { name: "Cancel" })).toHaveProperty("disabled", true));
  await user.keyboard("{Escape}");
  await user.click(within(dialog).getByRole("button", { name: "Close" }));
  answer();
  expect((await within(dialog).findByRole("alert")).textContent).toBe("Someone changed this in the meantime.");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog", { name: /^Edit the notes/ })).toBeNull());
});

test("bringing somebody back sends only what differs from what they had", async () => {
  const gone = { ...dana, status: "removed" as const, removedAt: new Date().toISOString() };
  const { user, bridge } = await renderTeam({
    at: `/${dana.id}?status=removed`,
    handlers: {
      "member.get": () => ({ ...answered, member: gone }),
      "member.reinstate": () => ({ ...dana }),
    },
  });
  const drawer = await screen.findByRole("dialog", { name: "Member" });
  await user.click(await within(drawer).findByRole("button", { name: "Bring back" }));
  const dialog = await screen.findByRole("dialog", { name: "Bring Dana Whitfield back" });
  expect(within(dialog).getByText("90 days are left to bring this person back.")).toBeDefined();
  await user.click(within(dialog).getByRole("button", { name: "Bring back" }));
  await waitFor(() => expect(bridge.inputsOf("member.reinstate")).toEqual([of]));
});
