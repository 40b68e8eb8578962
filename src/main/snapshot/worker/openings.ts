import { answered, type Answer } from "#contract/answer.ts";
import { Member } from "#contract/entities/member.ts";
import type { SnapshotChanges, SnapshotFacts, SnapshotMember } from "#contract/entities/snapshot.ts";
import type { OperationName } from "#contract/operations.ts";
import { sortKey } from "#domain/searchKey.ts";
import { z } from "zod";
import type { Fields } from "../../remote/request.ts";
import type { Store } from "../store/store.ts";

const Opening = z.object({
  /** What was kept of the organization when the pages were put together. */
  of: z.string(),
  pages: z.record(
    z.string(),
    z.object({ items: z.array(Member), next: z.string(), total: z.int(), matching: z.int() }),
  ),
});
type Opening = z.infer<typeof Opening>;
type Page = Opening["pages"][string];

/** Shorter lists are opened in no time. */
const fewest = 2_000;
const mostPages = 8;

/**
 * The first pages of long member lists as they were last answered: to open and order all of a list, only to show its
 * beginning, takes longer than anybody should wait for a screen. A page stands for the very rows of which it was made.
 */
export interface Openings {
  /** The page that was kept, or what `work` answers, which is kept. */
  answer(name: OperationName, input: Fields, work: () => Answer<unknown> | null): Answer<unknown> | null;
  /** Carries pages over a change of rows that stand in none of them. Call it with the facts from before. */
  changed(before: SnapshotFacts, changes: NonNullable<SnapshotChanges["changes"]>): void;
  drop(organizationId: string): void;
}

export function openingsIn(store: Store): Openings {
  /** So that a page that was put together since is not read again. */
  const open = new Map<string, Opening | null>();
  const openingOf = (organizationId: string): Opening | null => {
    const known = open.get(organizationId);
    const opening = known === undefined ? (Opening.safeParse(store.readOpening(organizationId)).data ?? null) : known;
    open.set(organizationId, opening);
    return opening;
  };
  const keep = (organizationId: string, opening: Opening) => {
    open.set(organizationId, opening);
    store.writeOpening(organizationId, opening);
  };
  return {
    answer: (name, input, work) => {
      const organizationId = organizationOf(name, input);
      const facts = organizationId === null ? undefined : store.manifest(organizationId)?.facts;
      if (organizationId === null || facts === undefined || facts.organization.memberCount < fewest) return work();
      const of = stampOf(facts);
      const key = keyOf(input);
      const opening = openingOf(organizationId);
      const known = opening?.of === of ? opening.pages : {};
      const page = known[key];
      if (page !== undefined) return answered(page);
      const answer = work();
      const made = answer?.ok === true ? Opening.shape.pages.valueType.safeParse(answer.value).data : undefined;
      if (made !== undefined) {
        const newest = Object.entries(known).slice(-mostPages + 1);
        keep(organizationId, { of, pages: { ...Object.fromEntries(newest), [key]: made } });
      }
      return answer;
    },
    changed: (before, { facts, members }) => {
      const organizationId = facts.organization.id;
      const opening = openingOf(organizationId);
      if (opening === null || opening.of !== stampOf(before)) return;
      const total = facts.organization.memberCount;
      const pages = Object.entries(opening.pages).filter(
        ([key, page]) => isPlain(key) && members.every((member) => isBeyond(page, member)),
      );
      if (total < fewest || pages.length === 0) return;
      const carried = pages.map(([key, page]) => [key, { ...page, total, matching: total }] as const);
      keep(organizationId, { of: stampOf(facts), pages: Object.fromEntries(carried) });
    },
    drop: (organizationId) => void open.delete(organizationId),
  };
}

/** Grows with everything that is written of an organization. */
const stampOf = ({ revision, mark, at }: SnapshotFacts): string => `${revision}|${mark}|${at}`;

/** Beginnings of lists alone, and nothing that depends on the time of day. */
function organizationOf(name: OperationName, { organizationId, cursor, search, role, ends }: Fields): string | null {
  const whole = cursor === undefined && (search ?? "") === "" && role === undefined && ends === undefined;
  return name === "member.list" && whole && typeof organizationId === "string" ? organizationId : null;
}

const keyOf = ({ status, sort, direction, limit }: Fields): string => JSON.stringify([status, sort, direction, limit]);

/** Active members by name, whose count stands in the facts and whose place can be told without the other rows. */
const isPlain = (key: string): boolean => key.startsWith(JSON.stringify(["active", "name", "ascending"]).slice(0, -1));

/** Whether a row was, and is, in no place that the page shows. */
function isBeyond({ items }: Page, { id, name, status }: SnapshotMember): boolean {
  const last = items.at(-1);
  if (last === undefined || items.some((item) => item.id === id)) return false;
  if (status !== "active") return true;
  const [key, end] = [sortKey(name), sortKey(last.name)];
  return key > end || (key === end && id > last.id);
}
