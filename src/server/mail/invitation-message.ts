import { layOut, oneLine, type Mail } from "./layout.ts";
import type { InvitationLetter } from "./letter.ts";

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** The invitation of `requirements/004…`: who invites, to what, with which role, the link and its end. */
export function invitationMessage(letter: InvitationLetter, publicUrl: string): Mail {
  const inviter = oneLine(letter.inviterName);
  const organization = oneLine(letter.organizationName);
  const message = letter.message.trim();
  return {
    to: letter.to,
    subject: `${inviter} invites you to ${organization}`,
    ...layOut([
      "Hello,",
      `${inviter} invites you to join ${organization} on Orgdesk as ${oneLine(letter.roleName)}. ${letter.roleDescription}`.trim(),
      ...(message ? [{ quote: message }] : []),
      { link: invitationLink(publicUrl, letter.token), label: "Accept the invitation" },
      { link: deepLink(letter.token), label: "Open it in the Orgdesk application" },
      `The invitation is for ${letter.to}, works once and expires after 7 days, on ${day.format(new Date(letter.expiresAt))}, unless it is extended.`,
      `If you do not know ${inviter}, ignore this mail.`,
    ]),
  };
}

/** The token follows '#': browsers never send that part, so no server log and no referrer keeps it. */
export function invitationLink(publicUrl: string, token: string): string {
  const url = new URL("/invite", publicUrl);
  url.hash = `token=${encodeURIComponent(token)}`;
  return url.href;
}

export function deepLink(token: string): string {
  return `orgdesk://invite/${encodeURIComponent(token)}`;
}
