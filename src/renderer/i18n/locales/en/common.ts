import { faults } from "./faults.ts";

/** Words shared by every screen. */
export const common = {
  product: "Orgdesk",
  loading: "Loading",
  you: "You",
  action: {
    cancel: "Cancel",
    clear: "Clear",
    close: "Close",
    copy: "Copy",
    copied: "Copied",
    dismiss: "Dismiss",
    more: "More actions",
    next: "Next",
    previous: "Previous",
    remove: "Remove",
    retry: "Try again",
    undo: "Undo",
    why: "Why can't I?",
  },
  table: {
    actions: "Actions",
    clearSelection: "Clear selection",
    columns: "Columns",
    compact: "Compact rows",
    count: "{{shown, number}} of {{total, number}}",
    density: "Density",
    nothingFound: "Nothing matches this search and these filters",
    resetFilters: "Clear search and filters",
    rowActions: "Actions for this row",
    search: "Search",
    select: "Select row",
    selectAll: "Select all rows",
    selected_one: "{{count, number}} selected",
    selected_other: "{{count, number}} selected",
    view: "Columns and density",
  },
  filter: {
    any: "Any",
    edit: "Change the filter {{name}}",
    remove: "Remove the filter {{name}}",
  },
  error: {
    title: "This could not be loaded",
    notLoaded: "{{what}} could not be loaded",
    stale: "{{what}} could not be brought up to date.",
    safe: "Nothing was changed.",
    requestId: "Request {{id}}",
  },
  needsConnection: {
    title: "This needs a connection",
    text: "It appears here by itself as soon as there is a connection.",
  },
  fault: faults,
  confirm: {
    type: "Type <0>{{text}}</0> to confirm",
  },
  field: {
    code: "Code, digit {{position}} of {{length}}",
    hidePassword: "Hide password",
    showPassword: "Show password",
    optional: "Optional",
  },
  role: {
    owner: "Owner",
  },
  time: {
    now: "just now",
  },
};
