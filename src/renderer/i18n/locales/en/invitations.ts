/** Words of the inbox. */
export const invitations = {
  title: "Inbox",
  empty: "Nothing waits for your answer.",
  offer: "{{person}} invites you as {{role}}",
  expires: "Expires",
  accept: "Accept",
  decline: "Decline",
  keep: "Keep it",
  notNow: "Not now",
  declineTitle: "Decline the invitation to {{organization}}",
  declineText: "{{person}} will see it. To join {{organization}} later you need a new invitation.",
  declined: "You declined the invitation to {{organization}}",
  joined: "You are now {{role}} in {{organization}}",
  waits: "{{organization}} has no free seat. You become {{role}} there as soon as one is free.",
  foreign: "This invitation is for {{invited}}. You are signed in as {{own}}.",
};
