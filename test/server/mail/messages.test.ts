import { describe, expect, test } from "vitest";
import type { InvitationLetter, Letter } from "#server/mail/letter.ts";
import { compose } from "#server/mail/messages.ts";

const invitation: InvitationLetter = {
  letter: "invitation",
  to: "kim@example.com",
  organizationName: "Northwind",
  inviterName: "Dana Reyes",
  roleName: "Admin",
  roleDescription: "You can manage members and brands.",
  message: "Welcome aboard.\nSee you Monday.",
  token: "s3cret",
  expiresAt: "2026-11-28T18:00:00.000Z",
};

describe("the invitation", () => {
  test("says who invites, to what, as what, and when it ends", () => {
    const { subject, text } = compose(invitation, "https://orgdesk.example.com/base");
    expect(subject).toBe("Dana Reyes invites you to Northwind");
    expect(text).toContain("to join Northwind on Orgdesk as Admin. You can manage members and brands.");
    expect(text).toContain("> Welcome aboard.\n> See you Monday.");
    expect(text).toContain("expires after 7 days, on 28 November 2026");
  });

  test("carries its token only where no server log keeps it", () => {
    const { text, html } = compose(invitation, "https://orgdesk.example.com");
    expect(text).toContain("https://orgdesk.example.com/invite#token=s3cret");
    expect(text).toContain("orgdesk://invite/s3cret");
    expect(`${text}${html}`).not.toMatch(/\?[^\s"]*s3cret/);
  });

  test("makes no markup and no header of what people wrote", () => {
    const hostile = "<img src=x onerror=alert(1)>\r\nBcc: victim@example.com";
    const mail = compose(
      { ...invitation, organizationName: hostile, inviterName: hostile, message: hostile },
      "https://orgdesk.example.com",
    );
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.html).not.toContain("<img");
    expect(mail.html).toContain("&lt;img src=x onerror=alert(1)&gt;");
  });
});

const promotion = { organizationName: "Northwind", memberName: "Mona Member", roleName: "Admin" };
const person = { to: "kim@example.com", name: "Kim" };

test.each<[Letter, string, RegExp]>([
  [
    { letter: "reviewDue", ...person, organizationName: "Northwind", dueOn: "2027-01-31", reminder: "soon" },
    "The access review of Northwind is due in a week",
    /is due on 31 January 2027/,
  ],
  [
    { letter: "reviewDue", ...person, organizationName: "Northwind", dueOn: "2027-01-31", reminder: "due" },
    "The access review of Northwind is due today",
    /is due on 31 January 2027/,
  ],
  [
    { letter: "reviewDue", ...person, organizationName: "Northwind", dueOn: "2027-01-31", reminder: "overdue" },
    "The access review of Northwind is overdue",
    /was due on 31 January 2027/,
  ],
  [{ letter: "verifyEmail", ...person, code: "482913", minutes: 15 }, "Confirm your e-mail address", /482913/],
  [{ letter: "resetPassword", ...person, code: "482913", minutes: 15 }, "Reset your password", /482913/],
  [{ letter: "addressInUse", ...person }, "You already have an account", /Somebody tried to sign up/],
  [
    { letter: "passwordChanged", ...person, at: "2026-11-21T18:00:00.000Z" },
    "Your password was changed",
    /21 November 2026, 18:00 UTC/,
  ],
  [
    {
      letter: "roleRequested",
      ...person,
      ...promotion,
      requesterName: "Adam Admin",
      reason: "She runs it",
      expiresAt: "2026-11-28T18:00:00.000Z",
    },
    "Adam Admin asks to make Mona Member Admin in Northwind",
    /She runs it[^]*until 28 November 2026, 18:00 UTC/,
  ],
  [
    { letter: "roleRequestEnded", ...person, ...promotion, how: "approved", byName: "Olivia", reason: "" },
    "Mona Member is now Admin in Northwind",
    /Olivia approved your request/,
  ],
  [
    { letter: "roleRequestEnded", ...person, ...promotion, how: "declined", byName: "Olivia", reason: "Not yet" },
    "Your request for Mona Member was declined",
    /Olivia declined[^]*Not yet/,
  ],
  [
    { letter: "roleRequestEnded", ...person, ...promotion, how: "expired", byName: "", reason: "" },
    "Nobody answered your request for Mona Member",
    /Nothing has changed/,
  ],
  [
    { letter: "roleRequestEnded", ...person, ...promotion, how: "overtaken", byName: "Olivia", reason: "" },
    "Your request for Mona Member no longer applies",
    /the request was closed/,
  ],
  [
    {
      letter: "adminDemoted",
      ...person,
      organizationName: "Northwind",
      byName: "Adam Admin",
      memberName: "Ana Admin",
      fromRoleName: "Admin",
      toRoleName: "Member",
    },
    "Ana Admin is now Member in Northwind",
    /Adam Admin changed the role of Ana Admin in Northwind from Admin to Member[^]*an owner can turn that off/,
  ],
  [
    { letter: "waitingForSeat", ...person, organizationName: "Northwind" },
    "Waiting for a seat in Northwind",
    /no free seat/,
  ],
])("%o", (letter, subject, words) => {
  const mail = compose(letter, "https://orgdesk.example.com");
  expect(mail).toMatchObject({ to: "kim@example.com", subject });
  expect(mail.text).toMatch(words);
  expect(mail.text).toContain("Hello Kim,");
  expect(mail.html).toMatch(words);
  expect(mail.text).not.toContain("!");
});
