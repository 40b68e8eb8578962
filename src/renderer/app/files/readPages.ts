import type { Answer } from "#contract/answer.ts";
import type { Fault } from "#contract/fault.ts";
import type { Writing } from "./writing.ts";

interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** Reads a list to its end or until it shall stop; the fault of the first page that fails ends it. */
export async function readPages<Item>(
  { signal, onSource }: Pick<Writing, "signal" | "onSource">,
  read: (at: { cursor?: string }) => Promise<Answer<PageOf<Item>>>,
  take: (items: readonly Item[]) => void,
): Promise<Fault | null> {
  let next: string | null | undefined;
  while (next !== null && !signal.aborted) {
    const answer = await read(next === undefined ? {} : { cursor: next });
    if (!answer.ok) return answer.fault;
    onSource(answer.source);
    take(answer.value.items);
    next = answer.value.next;
  }
  return null;
}
