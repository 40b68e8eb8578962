interface Drawn {
  readonly id: string;
  readonly slot: number;
}

/**
 * Which of the drawn rows stands for which: a row keeps its place in the document as long as it is in the window, and
 * one that comes into view takes over what another left, which costs a fraction of drawing it anew. The document's
 * order stays the order on the screen, and a row that stays is not moved: it may have the keyboard.
 */
export class Slots {
  #drawn: readonly Drawn[] = [];
  #next = 0;

  /** The slot of each id, in their order. */
  assign(ids: readonly string[]): readonly number[] {
    const own = new Map(this.#drawn.map(({ id, slot }) => [id, slot]));
    const left = leftBetween(this.#drawn, ids, own);
    // What was left further up may move down to a new row; the other way round all rows between would move.
    const spare: number[] = [];
    let gap = 0;
    const slots = ids.map((id) => {
      const kept = own.get(id);
      if (kept === undefined) return left[gap]?.shift() ?? spare.shift() ?? this.#next++;
      spare.push(...(left[gap] ?? []));
      gap += 1;
      return kept;
    });
    this.#drawn = ids.map((id, index) => ({ id, slot: slots[index] ?? 0 }));
    return slots;
  }
}

/** The slots that are left before, between and after the rows that stay; none while those changed their order. */
function leftBetween(drawn: readonly Drawn[], ids: readonly string[], own: ReadonlyMap<string, number>): number[][] {
  const staying = ids.filter((id) => own.has(id));
  const gaps: number[][] = [[]];
  for (const { id, slot } of drawn) {
    if (id === staying[gaps.length - 1]) gaps.push([]);
    else gaps.at(-1)?.push(slot);
  }
  return gaps.length === staying.length + 1 ? gaps : [];
}
