/**
 * Which of the drawn rows stands for which: a row keeps its place in the document as long as it is in the window, and
 * one that comes into view takes over what another left, which costs a fraction of drawing it anew.
 */
export class Slots {
  #taken = new Map<string, number>();

  /** The slot of each id, in their order. */
  assign(ids: readonly string[]): readonly number[] {
    const present = new Set(ids);
    const free: number[] = [];
    const kept = new Map<string, number>();
    for (const [id, slot] of this.#taken) {
      if (present.has(id)) kept.set(id, slot);
      else free.push(slot);
    }
    const used = new Set(kept.values());
    let next = 0;
    const fresh = (): number => {
      const left = free.shift();
      if (left !== undefined) return left;
      while (used.has(next)) next += 1;
      used.add(next);
      return next;
    };
    const slots = ids.map((id) => kept.get(id) ?? fresh());
    this.#taken = new Map(ids.map((id, index) => [id, slots[index] ?? 0]));
    return slots;
  }
}
