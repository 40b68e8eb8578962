/**
 * Fills in the invitation that the address's fragment names, or says why there is none to answer. Plain JavaScript for
 * any browser of the last years; what people wrote is only ever set as text.
 */
export const inviteScript = `"use strict";
const at = (id) => document.getElementById(id);
const say = (id, text) => {
  at(id).textContent = text;
  at(id).hidden = text === "";
};
const whys = {
  invitationSpent: "It was accepted already. Start Orgdesk and sign in.",
  invitationRevoked: "It was taken back. Ask whoever invited you for a new one.",
  invitationDeclined: "You declined it. Ask whoever invited you for a new one.",
  inviterMayNot: "Whoever sent it can no longer invite you to this role. Ask the organization to send it again.",
  invitationExpired: "It has expired. Ask whoever invited you to send it again.",
};
const end = (title, why, how) => {
  say("title", title);
  say("ended", why);
  at("offer").hidden = true;
  at("how").hidden = !how;
};

function fill(invitation, token) {
  const { organizationName, invitedByName, roleName, roleDescription, message, email, expiresAt } = invitation;
  document.title = "Join " + organizationName + " · Orgdesk";
  say("title", "Join " + organizationName);
  say("who", invitedByName + " invites you as " + roleName + ".");
  say("role", roleDescription);
  say("message", message);
  const format = { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short" };
  const until = new Intl.DateTimeFormat("en-GB", format).format(new Date(expiresAt));
  say("until", "For " + email + ", until " + until + ".");
  at("open").href = "orgdesk://invite/" + encodeURIComponent(token);
  say("else", "If Orgdesk does not open");
  say("where", "Not on this computer yet? Ask " + invitedByName + " where to get it.");
  say("account", "with " + email);
  say("ended", "");
  at("offer").hidden = false;
  at("how").hidden = false;
}

async function show() {
  say("server", location.origin);
  at("copy").hidden = !navigator.clipboard;
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  if (!token) return end("This link is not complete", "Open it from your invitation mail again: it ends in a long code.", false);
  const given = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ token }) };
  try {
    const reply = await fetch("/v1/invitations/preview", given);
    const body = await reply.json();
    if (reply.ok) return fill(body, token);
    const fault = body.fault || {};
    const why = whys[fault.code];
    if (why) return end("This invitation is over", why, false);
    if (fault.kind === "notFound" || fault.kind === "invalid")
      return end("There is no such invitation", "A newer mail may hold a newer link. Otherwise ask whoever invited you.", false);
    end("Open your invitation in Orgdesk", "What it offers cannot be shown right now. Try again in a few minutes.", true);
  } catch {
    end("Open your invitation in Orgdesk", "The server does not answer. Try again in a few minutes.", true);
  }
}

at("copy").addEventListener("click", async () => {
  await navigator.clipboard.writeText(location.href);
  say("copy", "Copied");
});
addEventListener("hashchange", show);
show();
`;
