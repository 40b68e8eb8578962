import { useState } from "react";
import type { DeskReviewPerson } from "#contract/entities/deskReview.ts";

export type Shown = "everybody" | "undecided";

/** Which person is looked at, and who is in the list beside. Whoever was just decided stays until the next. */
export function useCursor(people: readonly DeskReviewPerson[]) {
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [shown, setShown] = useState<Shown>("everybody");
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLowerCase();
  const visible = people.filter(
    ({ name, email, mark, memberId }) =>
      (shown === "everybody" || mark.decision === null || memberId === currentId) &&
      (wanted === "" || `${name} ${email}`.toLowerCase().includes(wanted)),
  );
  const first = visible.find(({ mark }) => mark.decision === null) ?? visible[0];
  const current = visible.find(({ memberId }) => memberId === currentId) ?? first ?? null;
  const step = (by: 1 | -1) => {
    const at = visible.findIndex(({ memberId }) => memberId === current?.memberId);
    const next = visible[at + by];
    if (next) setCurrentId(next.memberId);
  };
  return { current, visible, shown, search, setShown, setSearch, step, moveTo: setCurrentId };
}
