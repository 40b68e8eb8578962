import { blocksIn } from "../snapshot/store/blocks.ts";
import { eraseFile } from "../snapshot/store/erase.ts";
import { openFile, type OpenedFile } from "../snapshot/store/file.ts";
import { paged } from "../snapshot/store/pages.ts";
import { createSeals } from "../snapshot/store/seal.ts";

/** Grows with every change of what is kept or how. Its own, so that a new form of snapshot costs nobody their work. */
const version = 1;

/** What one act put on people: under a member's id what stands of them from then on. */
export type Marks<Mark> = readonly (readonly [memberId: string, mark: Mark])[];

export interface Head {
  readonly id: string;
  /** The organizations whose people it is about, while anything is kept of them. */
  readonly organizationIds: readonly string[];
}

/**
 * The reviews of one person on one server, each with its people by organization and what was decided about them, act
 * by act. What a call wrote is on the disk when it returns.
 */
export interface Book<Heading extends Head, Item, Mark> {
  readonly kept: OpenedFile["kept"];
  heads(): Heading[];
  /** Writes a new review, whole. */
  begin(head: Heading, people: ReadonlyMap<string, readonly Item[]>): void;
  /** Replaces what is said about a review as a whole. */
  write(head: Heading): void;
  items(reviewId: string, organizationId: string): readonly Item[];
  marks(reviewId: string, organizationId: string): ReadonlyMap<string, Mark>;
  /** Whether there is an act to take back in these organizations. */
  acted(reviewId: string, organizationIds: readonly string[]): boolean;
  act(reviewId: string, marks: ReadonlyMap<string, Marks<Mark>>): void;
  /** Takes the last act in these organizations back; the members that it was about. */
  undo(reviewId: string, organizationIds: readonly string[]): string[];
  /** The people of an organization and what was decided about them go; `head` stands for the review from then on. */
  close(head: Heading, organizationId: string): void;
  drop(reviewId: string): void;
  /** Writes what is in memory into a file, to be opened with the same key. */
  saveTo(path: string): void;
  end(): void;
  /** Ends and leaves nothing on the disk. */
  erase(): void;
}

export function openBook<Heading extends Head, Item, Mark>(
  path: string | null,
  key: Buffer,
): Book<Heading, Item, Mark> {
  const seals = createSeals(key);
  const opening = openFile(
    path,
    seals,
    (file) => {
      const blocks = blocksIn(file, seals, version);
      // Sealed by us, and bound to its place: what opens is what was written.
      const heads = blocks.all("review") as Heading[];
      return { blocks, heads: new Map(heads.map((head) => [head.id, head])) };
    },
    { version, pageBytes: 4_096 },
  );
  const { db, kept } = opening;
  const { blocks, heads } = opening.read;
  const put = (owner: string, kind: "review" | "reviewItems" | "reviewActs", number: number, content: unknown) =>
    blocks.put(owner, kind, number, blocks.seal(owner, kind, number, content));
  const owners = (reviewId: string) =>
    (heads.get(reviewId)?.organizationIds ?? []).map((organizationId) => ownerOf(reviewId, organizationId));
  const lastOf = (among: readonly string[]): number =>
    Math.max(-1, ...among.flatMap((owner) => blocks.lastNumber(owner, "reviewActs")));
  /** What was read of a review stays in memory until it is written to. */
  const read = { items: new Map<string, readonly Item[]>(), marks: new Map<string, Map<string, Mark>>() };
  const forget = (owner: string) => {
    read.items.delete(owner);
    read.marks.delete(owner);
    blocks.forget(owner);
  };
  const marksOf = (owner: string): Map<string, Mark> => {
    const known = read.marks.get(owner);
    if (known !== undefined) return known;
    const marks = new Map(blocks.of(owner, "reviewActs").flatMap(({ content }) => content as Marks<Mark>));
    read.marks.set(owner, marks);
    return marks;
  };
  return {
    kept,
    heads: () => [...heads.values()],
    begin: (head, people) => {
      blocks.write(() => {
        put(head.id, "review", 0, head);
        for (const [organizationId, items] of people) {
          const owner = ownerOf(head.id, organizationId);
          for (const [number, page] of paged(items).entries()) put(owner, "reviewItems", number, page);
        }
      });
      heads.set(head.id, head);
    },
    write: (head) => {
      blocks.write(() => put(head.id, "review", 0, head));
      heads.set(head.id, head);
    },
    items: (reviewId, organizationId) => {
      const owner = ownerOf(reviewId, organizationId);
      const known = read.items.get(owner);
      const items = known ?? blocks.of(owner, "reviewItems").flatMap(({ content }) => content as Item[]);
      read.items.set(owner, items);
      return items;
    },
    marks: (reviewId, organizationId) => marksOf(ownerOf(reviewId, organizationId)),
    acted: (reviewId, organizationIds) => lastOf(organizationIds.map((id) => ownerOf(reviewId, id))) >= 0,
    act: (reviewId, marks) => {
      const number = lastOf(owners(reviewId)) + 1;
      const given = [...marks].map(([organizationId, each]) => ({ owner: ownerOf(reviewId, organizationId), each }));
      blocks.write(() => {
        for (const { owner, each } of given) if (each.length > 0) put(owner, "reviewActs", number, each);
      });
      for (const { owner, each } of given) for (const [memberId, mark] of each) marksOf(owner).set(memberId, mark);
    },
    undo: (reviewId, organizationIds) => {
      const among = organizationIds.map((id) => ownerOf(reviewId, id));
      const newest = lastOf(among);
      const undone = among.flatMap((owner) => {
        const block = blocks.read(owner, "reviewActs", newest);
        return block === null ? [] : [{ owner, marks: block.content as Marks<Mark> }];
      });
      blocks.write(() => {
        for (const { owner } of undone) blocks.drop(owner, "reviewActs", newest);
      });
      for (const { owner } of undone) read.marks.delete(owner);
      return undone.flatMap(({ marks }) => marks.map(([memberId]) => memberId));
    },
    close: (head, organizationId) => {
      blocks.write(() => {
        put(head.id, "review", 0, head);
        forget(ownerOf(head.id, organizationId));
      });
      blocks.settle();
      heads.set(head.id, head);
    },
    drop: (reviewId) => {
      blocks.write(() => {
        blocks.forget(reviewId);
        for (const owner of owners(reviewId)) forget(owner);
      });
      blocks.settle();
      heads.delete(reviewId);
    },
    saveTo: (file) => blocks.saveTo(file),
    end: () => db.close(),
    erase: () => {
      db.close();
      if (path !== null && kept === "disk") eraseFile(path);
    },
  };
}

const ownerOf = (reviewId: string, organizationId: string): string => `${reviewId}|${organizationId}`;
