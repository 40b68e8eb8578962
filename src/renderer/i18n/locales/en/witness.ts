const giveEvidence =
  "Export the evidence and give it to the other owners. It holds both signed statements and what is known of the event.";

/** Words of the desktop that watches audit logs. */
export const witness = {
  verified: "Checked here up to #{{revision, number}}, {{when}}",
  differs: "This computer found a difference at #{{revision, number}}",
  unsure: "This computer cannot confirm who signs this log",
  key: {
    title: "Signing key",
    text: "The server signs this audit log and the evidence of reviews with it. Whoever runs the server finds the same fingerprint in its log, so ask them once and compare. Whoever checks evidence names it: npm run verify-review FILE -- --key FINGERPRINT",
    none: "This computer has not checked the audit log yet.",
    alarm: "This computer has raised an alarm about this log. The fingerprint is the one from before.",
  },
  answered: {
    title: "Answered alarms",
    text: "What was found in this log before, and what somebody on this computer answered.",
    raised: "Noticed",
    at: "answered",
  },
  line: {
    rewritten: "Event #{{revision, number}} of the audit log of {{organization}} was rewritten.",
    cut: "The audit log of {{organization}} is missing events. The first of them is #{{revision, number}}.",
    forked: "The audit log of {{organization}} has another history from event #{{revision, number}} on.",
    badSignature: "The audit log of {{organization}} comes with a signature that is not valid.",
    keyChanged: "The audit log of {{organization}} is signed with a key that this computer does not know.",
    open: "See the alarm",
  },
  elsewhere: {
    line_one: "This computer raised an alarm about the audit log of {{organization}}.",
    line_other: "This computer raised alarms about the audit logs of {{organization}} and {{others, number}} more.",
    open: "Open the log",
  },
  ask: {
    title: "Answer the alarm about {{organization}}",
    what: {
      rewritten: "The content of event #{{revision, number}} no longer matches its fingerprint.",
      cut: "Event #{{revision, number}} is gone. Do not rely on what came after it.",
      forked: "Event #{{revision, number}} is not the one that this computer saw, and later events were sealed anew.",
      badSignature:
        "The server signs how far the log goes. What arrived on this computer does not match its signature.",
      keyChanged: "The server signs with a new key, and the former key does not vouch for it.",
    },
    was: "It was: {{event}}.",
    now: "It is now: {{event}}.",
    same: "It still reads: {{event}}. What differs stands in its details or its seal, and in the evidence.",
    lost: "This computer keeps the fingerprint of the event as it was, not the event. The evidence holds the fingerprint.",
    since: "Noticed {{when}}. Before that, this computer had verified the log up to #{{revision, number}} on {{date}}.",
    sinceFirst: "Noticed {{when}}, when this computer looked at the log for the first time.",
    safe: "Events up to #{{revision, number}} are as this computer saw them.",
    safeNone: "Do not rely on any event of this log.",
    safeKey: "What this computer verified up to #{{revision, number}} is kept and can be compared.",
    safeKeyNone: "This computer has verified nothing of this log yet. Do not rely on it.",
    keys: "The new key has the fingerprint {{now}}, the former one {{before}}.",
    act: {
      rewritten: `${giveEvidence} Then find out who can write to the server's database.`,
      cut: `${giveEvidence} Then ask whoever runs the server whether a backup was restored, and who else can write to its database.`,
      forked: `${giveEvidence} Then ask whoever runs the server whether a backup was restored, and who else can write to its database.`,
      badSignature:
        "Export the evidence and give it to whoever runs the server. Something on the way, such as a proxy, changes its answers, or its key is damaged.",
      keyChanged:
        "Ask whoever runs the server whether they replaced the key. Its log names the fingerprint when it starts; compare the two.",
    },
    after: {
      rewritten:
        "Once you end the alarm, event #{{revision, number}} counts as it is now. Any further change raises another.",
      cut: "Once you end the alarm, the log as it is now counts as the true one. Any further change raises another.",
      forked: "Once you end the alarm, the log as it is now counts as the true one. Any further change raises another.",
      badSignature: "Once you end the alarm, the events are still watched; who signs them stays unconfirmed.",
      keyChanged: "Once you end the alarm, this computer trusts the new key, in all your organizations.",
    },
    export: "Export evidence",
    show: "Show event #{{revision, number}}",
    file: "audit-evidence.json",
    reason: "Reason",
    reasonHint: "What you found out, and who else knows. It is kept on this computer with the alarm.",
    confirm: "End alarm",
    cancel: "Keep alarm",
    done: "The alarm about {{organization}} has ended",
  },
};
