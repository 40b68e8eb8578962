import { hasEnded } from "#domain/accessEnd.ts";
import { randomUUID } from "node:crypto";
import { isOfDatabase } from "../store/file.ts";
import type { Store } from "../store/store.ts";
import { isSameWindow, type FillWindow } from "../window.ts";
import { MisfitError, readFill, type FillReader } from "./fill-reader.ts";

interface Running {
  readonly organizationId: string;
  readonly reader: FillReader;
}

/** Where a fill that was cut goes on, and since when changes are missing then. */
export interface Resumption {
  readonly after: string;
  readonly revision: number;
  readonly mark: string;
}

/** Fills under way, of several organizations at once. One whose organization is forgotten ends without a trace. */
export interface Fills {
  /** Null: it begins anew. */
  resumption(organizationId: string, window: FillWindow): Resumption | null;
  /** `after`: it goes on there, as `resumption` said. */
  begin(organizationId: string, window: FillWindow, after: string | null): string | null;
  /** `unreadable`: it is no fill, and ends here; `dropped`: it has ended already. */
  take(fill: string, chunk: Uint8Array): ReturnType<FillReader["progress"]> | "unreadable" | "dropped";
  /** Null where nothing came of it. */
  finish(fill: string): { readonly organizationId: string; readonly outcome: "whole" | "part" } | null;
  drop(fill: string): void;
  dropOf(organizationId: string): void;
}

export function fillsInto(store: Store): Fills {
  const running = new Map<string, Running>();
  const dropOf = (organizationId: string) => {
    for (const [fill, one] of running) if (one.organizationId === organizationId) running.delete(fill);
  };
  return {
    resumption: (organizationId, window) => {
      const staged = store.staged(organizationId);
      if (staged === undefined) return null;
      const { facts } = staged.manifest;
      const until = facts.until === null ? null : Date.parse(facts.until);
      const fits = isSameWindow(staged.manifest.window, window) && !hasEnded(until, Date.now());
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
      running.set(fill, { organizationId, reader });
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
        // Whatever else answered, such as the sign-in page of a network, says nothing of what the server sent before.
        if (error instanceof MisfitError) store.dropStaged(found.organizationId);
        return "unreadable";
      }
    },
    finish: (fill) => {
      const found = running.get(fill);
      running.delete(fill);
      const outcome = found?.reader.finish() ?? null;
      return found === undefined || outcome === null ? null : { organizationId: found.organizationId, outcome };
    },
    drop: (fill) => void running.delete(fill),
    dropOf,
  };
}
