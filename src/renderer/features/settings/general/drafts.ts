import { create } from "zustand";
import { personal } from "#renderer/app/drafts/personal.ts";
import type { Edits } from "./details.ts";

interface Drafts {
  readonly edits: Readonly<Record<string, Edits>>;
  readonly keep: (organizationId: string, edits: Edits) => void;
}

/** Unsaved edits by organization; they outlive the page, so that leaving it loses nothing. */
export const useDrafts = personal(
  create<Drafts>()((set) => ({
    edits: {},
    keep: (organizationId, edits) => set((state) => ({ edits: { ...state.edits, [organizationId]: edits } })),
  })),
);

const none: Edits = {};

/** What is typed by now, for what was begun with earlier edits. */
export const editsNow = (organizationId: string): Edits => useDrafts.getState().edits[organizationId] ?? none;

export function useEdits(organizationId: string): Edits {
  return useDrafts((state) => state.edits[organizationId] ?? none);
}
