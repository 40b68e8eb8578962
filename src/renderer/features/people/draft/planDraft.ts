import { create } from "zustand";
import { personal } from "#renderer/app/drafts/personal.ts";
import type { PlanChange } from "#contract/entities/plan.ts";
import type { Person } from "#contract/entities/people.ts";

export type PlanKind = PlanChange["kind"];

/** Who was chosen for what; `clients` are the organizations that the list was narrowed to. */
export interface PlanDraft {
  readonly kind: PlanKind;
  readonly people: readonly Person[];
  readonly clients: readonly string[];
}

interface DraftState {
  readonly draft: PlanDraft | null;
  readonly begin: (draft: PlanDraft) => void;
  /** Forgets it: who comes next on this screen may be somebody else. */
  readonly end: () => void;
}

/** The plan being made; only this screen knows it until it is started. */
export const usePlanDraft = personal(
  create<DraftState>()((set) => ({
    draft: null,
    begin: (draft) => set({ draft }),
    end: () => set({ draft: null }),
  })),
);
