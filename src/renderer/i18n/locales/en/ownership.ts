/** Words of handing an organization over. */
export const ownership = {
  line: {
    toYou: "{{from}} asks you to take over {{organization}}. You have until {{date}} to answer.",
    fromYou: "{{to}} is asked to take over {{organization}} and has until {{date}} to answer.",
    answer: "Answer in the inbox",
    manage: "Show in the settings",
  },
  row: {
    title: "Transfer ownership",
    text: "Another member becomes the owner once they accept.",
    pending: "{{to}} has until {{date}} to accept. Until then nothing changes.",
    open: "Transfer ownership",
    cancel: "Take back the offer",
    cancelled: "{{to}} can no longer take over {{organization}}",
  },
  start: {
    title: "Transfer the ownership of {{organization}}",
    who: "Who takes over",
    find: "Find a member",
    nobody: "Nobody has this name",
    another: "Change",
    afterwards: "After that",
    stays: "I stay with the role {{role}}",
    leaves: "I leave the organization",
    confirm: "Send the offer",
    done: "{{to}} has 7 days to take over {{organization}}",
  },
  impact: {
    accept: "Nothing changes until {{to}} accepts. The offer ends after 7 days, and you can take it back before.",
    youLeave: "Your access ends then, on every device.",
  },
  offer: {
    text: "{{from}} asks you to take over this organization as {{role}}",
    stays: "{{from}} stays with a lower role.",
    leaves: "{{from}} leaves when you accept.",
    accept: "Take over",
    acceptTitle: "Take over {{organization}}",
    youGain: "You become {{role}} and answer for its people and its deletion.",
    decline: "Decline",
    accepted: "You are now {{role}} of {{organization}}",
    declined: "{{organization}} stays with {{from}}",
  },
};
