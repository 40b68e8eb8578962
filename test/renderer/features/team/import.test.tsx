import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import { readCsv } from "#renderer/features/team/import/readFile.ts";
import { idOf } from "#test/support/fixtures.ts";
import { renderTeam } from "./renderTeam.tsx";
import { errorsFile } from "#renderer/features/team/import/report.ts";

const read = async (content: BlobPart) => {
  const result = await readCsv(new Blob([content]));
  if (!result.ok) return result.problem;
  return result.lines;
};
const plain = (line: number, email: string, role = "", workspaces: string[] = [], message = "", accessUntil = "") => ({
  line,
  email,
  role,
  workspaces,
  message,
  accessUntil,
});

describe("reading a file", () => {
  test.each<[string, BlobPart, unknown]>([
    ["names its columns", "Role,E-Mail Address\nAdmin,a@example.com\n", [plain(2, "a@example.com", "Admin")]],
    ["has a mark", "\uFEFFemail\r\na@example.com\r\n", [plain(2, "a@example.com")]],
    [
      "uses semicolons and quotes",
      'email;role;brands;message\n"a@example.com";"Member";"Acme | Globex";"Hi; ""you""\nthere"',
      [plain(3, "a@example.com", "Member", ["Acme", "Globex"], 'Hi; "you"\nthere')],
    ],
    ["uses tabs", "email\trole\na@example.com\tMember", [plain(2, "a@example.com", "Member")]],
    [
      "names no columns",
      "a@example.com,Admin\nb@example.com",
      [plain(1, "a@example.com", "Admin"), plain(2, "b@example.com")],
    ],
    [
      "names last days",
      "email,Access until\na@example.com,2026-12-31\nb@example.com,",
      [plain(2, "a@example.com", "", [], "", "2026-12-31"), plain(3, "b@example.com")],
    ],
    [
      "names no columns but has all",
      "a@example.com,Admin,Acme,Hi,2026-12-31",
      [plain(1, "a@example.com", "Admin", ["Acme"], "Hi", "2026-12-31")],
    ],
    ["has blank lines and cells", "email,role\n\n,,\na@example.com,\n", [plain(4, "a@example.com")]],
    ["holds formulas as text", "email\n=cmd|' /C calc'!A0", [plain(2, "=cmd|' /C calc'!A0")]],
    [
      "comes from Windows",
      new Uint8Array([...Buffer.from("email,role\na@example.com,Gesch"), 0xe4, 0x66, 0x74]),
      [plain(2, "a@example.com", "Geschäft")],
    ],
    ["has no addresses", "name,role\nDana,Admin", "noAddresses"],
    ["is empty", "", "empty"],
    ["has a header alone", "email,role\n", "empty"],
    ["is too long", `email\n${"a@example.com\n".repeat(5001)}`, "tooMany"],
    ["is too large", new Uint8Array(3 * 1024 * 1024 + 1), "tooLarge"],
    ["is no text", new Uint8Array([0, 1, 2, 255, 254]), "noAddresses"],
  ])("that %s", async (_, content, expected) => {
    expect(await read(content)).toEqual(expected);
  });

  test("5,000 lines are read at once", async () => {
    const lines = Array.from({ length: 5000 }, (_, i) => `person${i}@example.com,Member,"Acme; Globex",Welcome`);
    const start = performance.now();
    expect(await read(`email,role,workspaces,message\n${lines.join("\n")}`)).toHaveLength(5000);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

test("what was left out can be opened in a spreadsheet without running anything", () => {
  const file = errorsFile([{ ...plain(3, "=cmd()"), why: "invalid" }], () => "Not an e-mail address");
  expect(file).toBe(
    "line,email,role,workspaces,message,accessUntil,problem\r\n3,'=cmd(),,,,,Not an e-mail address\r\n",
  );
});

const problems = [
  { line: 3, why: "invalid" as const },
  { line: 4, why: "roleOutOfReach" as const },
];
const people = "email,role,brands\nnew@example.com,Member,Acme\nbob@,Member,\nboss@example.com,Owner,\n";

test("every line says what will happen, the good ones are invited, the others left out by name", async () => {
  const { user, bridge } = await renderTeam({
    at: "?invite",
    handlers: {
      "invitation.checkImport": ({ lines }) => ({
        problems: lines[2]?.role === "Owner" ? problems : problems.slice(0, 1),
        good: lines[2]?.role === "Owner" ? 1 : 2,
        seatsFree: null,
      }),
      "invitation.import": () => ({
        outcomes: [
          { result: "sent", line: 2, invitationId: idOf(9) },
          { result: "skipped", line: 3, why: "invalid" },
          { result: "sent", line: 4, invitationId: idOf(10) },
        ],
        invited: 2,
        seatsFree: null,
      }),
    },
  });
  await user.click(await screen.findByRole("button", { name: "Import CSV" }));
  await user.upload(screen.getByLabelText("CSV file with people to invite"), new File([people], "people.csv"));
  expect(await screen.findByText("1 person of people.csv can be invited. Lines left out: 2.")).toBeDefined();
  const table = screen.getByRole("grid", { name: "Lines of the file" });
  expect(await within(table).findByText("Not an e-mail address")).toBeDefined();
  expect(within(table).getByText("You cannot invite with this role")).toBeDefined();
  expect(within(table).getByText("Will be invited")).toBeDefined();
  await user.click(screen.getByRole("combobox", { name: "Role for everyone" }));
  await user.click(await screen.findByRole("option", { name: "Member" }));
  await user.click(await screen.findByRole("button", { name: "Invite 2 people" }));
  expect(await screen.findByText(/2 people have an invitation for 7 days/)).toBeDefined();
  expect(screen.getByText("1 line was left out.", { exact: false })).toBeDefined();
  const [sent] = bridge.inputsOf("invitation.import");
  expect(sent).toMatchObject({
    lines: [
      plain(2, "new@example.com", "Member", ["Acme"]),
      plain(3, "bob@", "Member"),
      plain(4, "boss@example.com", "Member"),
    ],
  });
});

test("lines that could not be checked say so, and are checked again", async () => {
  let fails = true;
  const { user } = await renderTeam({
    at: "?invite",
    handlers: {
      "invitation.checkImport": () =>
        fails ? failed({ kind: "internal" }) : { problems: problems.slice(0, 1), good: 2, seatsFree: null },
    },
  });
  await user.click(await screen.findByRole("button", { name: "Import CSV" }));
  await user.upload(screen.getByLabelText("CSV file with people to invite"), new File([people], "people.csv"));
  await screen.findByRole("alert");
  expect(screen.queryByText(/^Checking/)).toBeNull();
  expect(screen.getAllByText("Not checked").length).toBe(3);
  fails = false;
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await screen.findByRole("button", { name: "Invite 2 people" });
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a file that cannot be used says why, and another can be chosen", async () => {
  const { user } = await renderTeam({ at: "?invite" });
  await user.click(await screen.findByRole("button", { name: "Import CSV" }));
  const chooser = screen.getByLabelText("CSV file with people to invite");
  await user.upload(chooser, new File(["name\nDana"], "people.csv"));
  expect((await screen.findByRole("alert")).textContent).toMatch(/no column with e-mail addresses/);
  await user.upload(chooser, new File([`email\n${"a@example.com\n".repeat(6120)}`], "people.csv"));
  await waitFor(() =>
    expect(screen.getByRole("alert").textContent).toBe("This file has 6,120 lines. Import up to 5,000 at once."),
  );
});
