import { create } from "zustand";
import { persist } from "zustand/middleware";

interface RecentCommands {
  readonly ids: readonly string[];
  readonly use: (id: string) => void;
}

/** The commands chosen last in the palette. */
export const useRecentCommands = create<RecentCommands>()(
  persist(
    (set) => ({
      ids: [],
      use: (id) => set(({ ids }) => ({ ids: [id, ...ids.filter((each) => each !== id)].slice(0, 4) })),
    }),
    { name: "orgdesk.recentCommands", partialize: ({ ids }) => ({ ids }) },
  ),
);
