import { hasEnded } from "#domain/accessEnd.ts";
import { randomUUID } from "node:crypto";
import { isOfDatabase, isUnwritable } from "../store/file.ts";
import { NoRoomError } from "../store/room.ts";
import type { Store } from "../store/store.ts";
import { isSameWindow, type FillWindow } from "../window.ts";
import { MisfitError, readFill, type FillReader } from "./fill-reader.ts";

interface Running {
  readonly organizationId: string;
  readonly window: FillWindow;
  readonly reader: FillReader;
}

/** Where a fill that was cut goes on, and since when changes are missing then. */
export interface Resumption {
  readonly after: string;
  readonly revision: number;
  readonly mark: string;
}

/**
 * Fills under way, of several organizations at once. One whose organization is forgotten ends without a trace, and one
 * that would take the room that is left to others gives back what it took.
 */
export interface Fills {
  /** Null: it begins anew; `full`: there is no room for it. */
  resumption(organizationId: string, window: FillWindow): Resumption | "full" | null;
  /** `after`: it goes on there, as `resumption` said. */
  begin(organizationId: string, window: FillWindow, after: string | null): string | null;
  /** `unreadable`: it is no fill, and ends here, as for want of room; `dropped`: it has ended already. */
  take(fill: string, chunk: Uint8Array): ReturnType<FillReader["progress"]> | "unreadable" | "full" | "dropped";
  /** Null where nothing came of it. */
  finish(fill: string): { readonly organizationId: string; readonly outcome: "whole" | "part" | "full" } | null;
  drop(fill: string): void;
  dropOf(organizationId: string): void;
  /** Of which organizations one is under way. */
  organizationIds(): readonly string[];
}

export function fillsInto(store: Store): Fills {
  const running = new Map<string, Running>();
  const dropOf = (organizationId: string) => {
    for (const [fill, one] of running) if (one.organizationId === organizationId) running.delete(fill);
  };
  /** What fills needed for which there was no room, so that the server is not asked for them until there is. */
  const needed = new Map<string, { readonly window: FillWindow; readonly bytes: number }>();
  const isShort = (organizationId: string, window: FillWindow): boolean => {
    const last = needed.get(organizationId);
    return store.room() < (last !== undefined && isSameWindow(last.window, window) ? last.bytes : 0);
  };
  const giveUp = ({ organizationId, window, reader }: Running) => {
    needed.set(organizationId, { window, bytes: reader.needed() });
    release(organizationId);
  };
  const release = (organizationId: string) => {
    try {
      store.dropStaged(organizationId);
    } catch (error) {
      // What is erased is written over; where the disk does not even take that, the next try does.
      if (!isUnwritable(error)) throw error;
    }
  };
  return {
    resumption: (organizationId, window) => {
      const staged = store.staged(organizationId);
      if (isShort(organizationId, window)) {
        release(organizationId);
        return "full";
      }
      needed.delete(organizationId);
      if (staged === undefined) return null;
      const { facts } = staged.manifest;
      const until = facts.until === null ? null : Date.parse(facts.until);
      const stands = staged.after !== "" && isSameWindow(staged.manifest.window, window);
      const fits = stands && !hasEnded(until, Date.now());
      if (fits) return { after: staged.after, revision: facts.revision, mark: facts.mark };
      store.dropStaged(organizationId);
      return null;
    },
    begin: (organizationId, window, after) => {
      // Two of one organization would give their pages the same numbers.
      dropOf(organizationId);
      const behind = after === null ? undefined : store.staged(organizationId);
      if (behind?.after !== (after ?? undefined)) return null;
      const fill = randomUUID();
      const reader = readFill(organizationId, store.beginFill(organizationId, behind), window, behind);
      running.set(fill, { organizationId, window, reader });
      return fill;
    },
    take: (fill, chunk) => {
      const found = running.get(fill);
      if (found === undefined) return "dropped";
      try {
        found.reader.take(chunk);
        return found.reader.progress();
      } catch (error) {
        running.delete(fill);
        if (isOfDatabase(error)) throw error;
        if (error instanceof NoRoomError) {
          giveUp(found);
          return "full";
        }
        // Whatever else answered, such as the sign-in page of a network, says nothing of what the server sent before.
        if (error instanceof MisfitError) store.dropStaged(found.organizationId);
        return "unreadable";
      }
    },
    finish: (fill) => {
      const found = running.get(fill);
      if (found === undefined) return null;
      running.delete(fill);
      const { organizationId, reader } = found;
      try {
        const outcome = reader.finish();
        return outcome && { organizationId, outcome };
      } catch (error) {
        if (!(error instanceof NoRoomError)) throw error;
        giveUp(found);
        return { organizationId, outcome: "full" };
      }
    },
    drop: (fill) => void running.delete(fill),
    dropOf,
    organizationIds: () => Array.from(running.values(), ({ organizationId }) => organizationId),
  };
}
