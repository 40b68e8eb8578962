/**
 * Where a review stands. On a desktop it is `open` until it is sent; on the server it is `receiving` while its parts
 * arrive, `submitted` when it is whole, `applying` while its decisions are carried out, `applied` when each was carried
 * out or flagged, and `finished` when its evidence is signed.
 */
export const reviewStatuses = [
  "open",
  "receiving",
  "submitted",
  "applying",
  "applied",
  "finished",
  "abandoned",
] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

export const reviewSteps = ["decide", "send", "complete", "apply", "end", "again", "finish", "abandon"] as const;
export type ReviewStep = (typeof reviewSteps)[number];

const table: Readonly<Record<ReviewStatus, Readonly<Partial<Record<ReviewStep, ReviewStatus>>>>> = {
  open: { decide: "open", send: "receiving", abandon: "abandoned" },
  receiving: { send: "receiving", complete: "submitted", abandon: "abandoned" },
  submitted: { apply: "applying", again: "submitted", abandon: "abandoned" },
  // What was begun is carried through: half a review would be evidence of nothing.
  applying: { end: "applied" },
  // What no longer fitted is decided again and waits once more.
  applied: { again: "submitted", finish: "finished", abandon: "abandoned" },
  finished: {},
  abandoned: {},
};

/** Where a step leads, or null where it cannot be taken. */
export const after = (status: ReviewStatus, step: ReviewStep): ReviewStatus | null => table[status][step] ?? null;

/** Whether nothing becomes of a review any more. */
export const isOver = (status: ReviewStatus): boolean => status === "finished" || status === "abandoned";
