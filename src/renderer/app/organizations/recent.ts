import { create } from "zustand";
import { persist } from "zustand/middleware";

interface Recent {
  /** Ids of organizations, the last one used first. */
  readonly ids: readonly string[];
  readonly use: (id: string) => void;
}

/** The organizations used on this screen lately; what follows the person elsewhere is only the last one. */
export const useRecent = create<Recent>()(
  persist(
    (set) => ({
      ids: [],
      use: (id) =>
        set(({ ids }) => (ids[0] === id ? {} : { ids: [id, ...ids.filter((each) => each !== id)].slice(0, 20) })),
    }),
    { name: "orgdesk.recentOrganizations", partialize: ({ ids }) => ({ ids }) },
  ),
);
