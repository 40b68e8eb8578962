import { randomUUID } from "node:crypto";
import type { Store } from "../store/store.ts";
import { readFill, type FillReader } from "./fill-reader.ts";

interface Running {
  readonly organizationId: string;
  readonly reader: FillReader;
}

/** Fills under way, several at once. One whose organization is forgotten ends without a trace. */
export interface Fills {
  begin(organizationId: string, mostEvents: number): string;
  take(fill: string, chunk: Uint8Array): ReturnType<FillReader["progress"]> | null;
  /** The organization that is whole now; null where nothing was written. */
  finish(fill: string): string | null;
  drop(fill: string): void;
  dropOf(organizationId: string): void;
}

export function fillsInto(store: Store): Fills {
  const running = new Map<string, Running>();
  return {
    begin: (organizationId, mostEvents) => {
      const fill = randomUUID();
      running.set(fill, {
        organizationId,
        reader: readFill(organizationId, store.beginFill(organizationId), mostEvents),
      });
      return fill;
    },
    take: (fill, chunk) => {
      const found = running.get(fill);
      if (found === undefined) return null;
      try {
        found.reader.take(chunk);
        return found.reader.progress();
      } catch {
        // A server that speaks another way: as good as cut.
        running.delete(fill);
        return null;
      }
    },
    finish: (fill) => {
      const found = running.get(fill);
      running.delete(fill);
      return found?.reader.finish() === true ? found.organizationId : null;
    },
    drop: (fill) => void running.delete(fill),
    dropOf: (organizationId) => {
      for (const [fill, one] of running) if (one.organizationId === organizationId) running.delete(fill);
    },
  };
}
