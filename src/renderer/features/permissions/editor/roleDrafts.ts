import { create } from "zustand";
import { personal } from "#renderer/app/drafts/personal.ts";
import type { CustomRole } from "#domain/policy/customRole.ts";

interface RoleDrafts {
  readonly drafts: Readonly<Record<string, CustomRole | undefined>>;
  readonly keep: (place: string, draft: CustomRole | undefined) => void;
}

/** Unsaved roles by organization and address; they outlive the page, so that leaving it loses nothing. */
export const useRoleDrafts = personal(
  create<RoleDrafts>()((set) => ({
    drafts: {},
    keep: (place, draft) => set((state) => ({ drafts: { ...state.drafts, [place]: draft } })),
  })),
);
