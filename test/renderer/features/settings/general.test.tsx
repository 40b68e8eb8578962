import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import { useDrafts } from "#renderer/features/settings/general/drafts.ts";
import { aMember, anOrganization, idOf } from "#test/support/fixtures.ts";
import { renderOrganizationSettings } from "./renderSettings.tsx";

const organizationId = idOf(100);
const field = (name: string) => screen.getByRole("textbox", { name });

afterEach(() => useDrafts.setState({ edits: {} }));

test("only what changed is saved, and Undo sends back what was", async () => {
  let saved = anOrganization({ website: "https://old.example.com" });
  const { bridge, user } = await renderOrganizationSettings({
    "organization.get": () => saved,
    "organization.update": (change) => {
      saved = Object.assign({}, saved, change);
      return saved;
    },
  });
  await waitFor(() => expect(field("Website")).toHaveProperty("value", "https://old.example.com"));
  expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
  await user.clear(field("Website"));
  await user.type(field("Website"), "northwind.example.com");
  expect(screen.getByText("1 unsaved change")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Northwind is up to date for everyone")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() =>
    expect(bridge.inputsOf("organization.update")).toEqual([
      { organizationId, website: "https://northwind.example.com" },
      { organizationId, website: "https://old.example.com" },
    ]),
  );
});

test("what is typed while it is saved is kept", async () => {
  let answer = (): void => undefined;
  let saved = anOrganization();
  const { bridge, user } = await renderOrganizationSettings({
    "organization.get": () => saved,
    "organization.update": async (change) => {
      await new Promise<void>((resolve) => (answer = resolve));
      saved = Object.assign({}, saved, change);
      return saved;
    },
  });
  await user.type(field("Industry"), "Ship");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(bridge.inputsOf("organization.update")).toHaveLength(1));
  await user.type(field("Industry"), "ping");
  await user.type(field("Address"), "Quay 4");
  answer();
  expect(await screen.findByText("Northwind is up to date for everyone")).toBeDefined();
  expect(field("Industry")).toHaveProperty("value", "Shipping");
  expect(field("Address")).toHaveProperty("value", "Quay 4");
  expect(await screen.findByText("2 unsaved changes")).toBeDefined();
});

test("what was saved stays in its field while it is read again", async () => {
  const before = anOrganization({ industry: "Ships" });
  let reads = 0;
  const { bridge, user } = await renderOrganizationSettings(
    {
      "organization.get": async () => {
        reads += 1;
        if (reads > 1) await new Promise(() => undefined);
        return before;
      },
      "organization.update": (change) => Object.assign({}, before, change, { revision: before.revision + 1 }),
    },
    before,
  );
  await user.type(field("Industry"), " and docks");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("Northwind is up to date for everyone");
  await waitFor(() => expect(bridge.inputsOf("organization.get")).toHaveLength(2));
  expect(field("Industry")).toHaveProperty("value", "Ships and docks");
});

test("typing back what is saved leaves nothing to save", async () => {
  const { user } = await renderOrganizationSettings();
  await user.type(field("Name"), "!");
  expect(screen.getByRole("button", { name: "Save" })).toBeDefined();
  await user.type(field("Name"), "{Backspace}");
  expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
});

test("Discard brings back what is saved", async () => {
  const { user } = await renderOrganizationSettings();
  await user.type(field("Industry"), "Shipping");
  await user.click(screen.getByRole("button", { name: "Discard" }));
  expect(field("Industry")).toHaveProperty("value", "");
});

test("what cannot be saved is said beside the field before anybody is asked", async () => {
  const { bridge, user } = await renderOrganizationSettings();
  await user.clear(field("Name"));
  await user.clear(field("Short name"));
  await user.type(field("Short name"), "no spaces");
  await user.type(field("Website"), "nowhere");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(screen.getByText("Give the organization a name.")).toBeDefined();
  expect(screen.getByText(/Use 2 to 48 lower-case letters/)).toBeDefined();
  expect(screen.getByText("Enter an address such as example.com.")).toBeDefined();
  expect(document.activeElement).toBe(field("Name"));
  expect(bridge.inputsOf("organization.update")).toEqual([]);
});

test("a short name that is taken is said beside it", async () => {
  const { user } = await renderOrganizationSettings({
    "organization.update": () => failed({ kind: "conflict", code: "slugTaken" }),
  });
  await user.clear(field("Short name"));
  await user.type(field("Short name"), "contoso{Enter}");
  expect(await screen.findByText("Another organization uses this short name.")).toBeDefined();
  expect(field("Short name")).toHaveProperty("value", "contoso");
});

test("the example follows the date format", async () => {
  const { user } = await renderOrganizationSettings();
  const year = new Date().getUTCFullYear();
  expect(screen.getByRole("status", { name: "Example" }).textContent).toMatch(new RegExp(`^${year}-`));
  await user.click(screen.getByRole("combobox", { name: "Date format" }));
  await user.click(await screen.findByRole("option", { name: /Day\/month\/year/ }));
  expect(screen.getByRole("status", { name: "Example" }).textContent).toMatch(
    new RegExp(`^\\d\\d/\\d\\d/${year}, .*£12,345\\.67$`),
  );
});

test("a time zone is found by its name and carries its offset", async () => {
  const { bridge, user } = await renderOrganizationSettings({ "organization.update": () => anOrganization() });
  const zone = screen.getByRole("combobox", { name: "Time zone" });
  await user.clear(zone);
  await user.type(zone, "kolkata");
  await user.click(await screen.findByRole("option", { name: /\(UTC\+05:30\)/ }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  const [change] = bridge.inputsOf("organization.update");
  expect(change).toMatchObject({ timeZone: expect.stringMatching(/Asia\/(Kolkata|Calcutta)/) });
});

test("whoever may not edit sees everything, disabled, and why", async () => {
  const { user } = await renderOrganizationSettings(
    { "permission.explain": () => failed({ kind: "internal" }) },
    anOrganization({ me: { memberId: idOf(1001), role: "member", ends: false } }),
  );
  expect(screen.getByText(/Your role, Member, cannot edit the organization/)).toBeDefined();
  const refused = [field("Name"), field("Description"), screen.getByRole("combobox", { name: "Currency" })];
  for (const one of refused) {
    expect(one).toHaveProperty("readOnly", true);
    expect(one.getAttribute("aria-disabled")).toBe("true");
    expect(one.getAttribute("aria-description")).toMatch(/Your role, Member, cannot edit the organization/);
  }
  field("Name").focus();
  await user.keyboard("Mine");
  expect(field("Name")).toHaveProperty("value", "Northwind");
  await user.keyboard("{Enter}");
  expect(await screen.findByRole("heading", { name: "Why can't I?" })).toBeDefined();
});

test("the last owner cannot leave and is told why", async () => {
  await renderOrganizationSettings();
  const leave = screen.getByRole("button", { name: "Leave organization" });
  expect(leave.getAttribute("aria-disabled")).toBe("true");
  expect(leave.getAttribute("aria-description")).toContain("at least one owner");
});

test("leaving shows its impact, and is asked once", async () => {
  const { bridge, user } = await renderOrganizationSettings(
    { "member.leave": () => aMember({ status: "removed" }) },
    anOrganization({ owners: 2 }),
  );
  await user.click(screen.getByRole("button", { name: "Leave organization" }));
  const dialog = await screen.findByRole("dialog", { name: "Leave Northwind" });
  expect(dialog.textContent).toContain("You give up the role Owner");
  const verb = within(dialog).getByRole("button", { name: "Leave" });
  await waitFor(() => expect(verb).toHaveProperty("disabled", false));
  await user.click(verb);
  expect(bridge.inputsOf("change.preview")).toEqual([
    { organizationId, change: { operation: "member.leave", input: {} } },
  ]);
  await waitFor(() => expect(bridge.inputsOf("member.leave")).toEqual([{ organizationId }]));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("leaving the page keeps unsaved changes, says so and leads back", async () => {
  const { user } = await renderOrganizationSettings({
    "organization.listSecurityEvents": () => ({ items: [], next: null, total: 0, matching: 0 }),
  });
  await user.type(field("Industry"), "Shipping");
  await user.click(screen.getByRole("link", { name: "Security log" }));
  expect(await screen.findByText("Your unsaved changes to Northwind are kept")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Go back" }));
  await waitFor(() => expect(field("Industry")).toHaveProperty("value", "Shipping"));
});

test("how to reach the organization is edited in its own section", async () => {
  const { bridge, user } = await renderOrganizationSettings({ "organization.update": () => anOrganization() });
  await user.type(field("E-mail address"), "nobody");
  await user.type(field("Telephone"), "call me");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(screen.getByText(/Enter an e-mail address such as/)).toBeDefined();
  expect(screen.getByText(/Enter a telephone number such as/)).toBeDefined();
  expect(bridge.inputsOf("organization.update")).toEqual([]);
  await user.clear(field("E-mail address"));
  await user.clear(field("Telephone"));
  await user.type(field("E-mail address"), "office@example.com");
  await user.click(screen.getByRole("combobox", { name: "Country" }));
  await user.keyboard("German");
  await user.click(await screen.findByRole("option", { name: "Germany" }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() =>
    expect(bridge.inputsOf("organization.update")).toEqual([
      { organizationId, country: "DE", contactEmail: "office@example.com" },
    ]),
  );
});

test("why nothing could be saved stands at the button that was pressed, and names what to do", async () => {
  const { user } = await renderOrganizationSettings({
    "organization.update": () => failed({ kind: "outdated", older: "server", serverVersion: "0.0.9" }),
  });
  await user.type(field("Industry"), "Shipping{Enter}");
  const bar = screen.getByRole("region", { name: "Unsaved changes" });
  const alert = await within(bar).findByRole("alert");
  expect(alert.textContent).toBe("This server is too old for this. Ask whoever runs it to update it.");
  expect(screen.getAllByRole("alert")).toEqual([alert]);
});
