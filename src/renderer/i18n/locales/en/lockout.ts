/** Words of the guard against locking owners out. */
export const lockout = {
  line: "{{former}} becomes an owner again on {{date}} unless you confirm that you can administer {{organization}}.",
  open: "Confirm",
  row: {
    text: "{{by}} took the ownership from {{former}}. Confirm that somebody can administer the organization, or {{former}} becomes an owner again.",
    ended:
      "The access of {{former}}, an owner, has ended. Confirm that somebody can administer the organization, or {{former}} becomes an owner again.",
    until: "Otherwise undone",
    confirm: "Confirm",
    confirmAll_one: "Confirm",
    confirmAll_other: "Confirm all {{count, number}}",
  },
  ask: {
    title_one: "Confirm that you can administer {{organization}}",
    title_other: "Confirm that you can administer {{count, number}} organizations",
    left: "{{people}} can still administer {{organization}}.",
    seen: "{{name}} (seen {{when}})",
    neverSeen: "{{name}} (never seen)",
    otherwise: "Unless an owner confirms, {{former}} becomes an owner again on {{date}}.",
    final: "Once confirmed, it stays as it is. You can still bring them back yourself.",
    password: "Your password",
    wrong: "This is not your password.",
    confirm: "Confirm",
    done_one: "{{former}} stays without ownership in {{organization}}",
    done_other: "{{count, number}} changes of ownership stay",
  },
};
