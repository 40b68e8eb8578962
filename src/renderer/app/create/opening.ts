import { create } from "zustand";

interface Opening {
  readonly opened: boolean;
  readonly open: () => void;
  readonly close: () => void;
}

/** Whether the dialog that creates an organization is open; sidebar, palette and menu all open the same one. */
export const useCreateOrganization = create<Opening>()((set) => ({
  opened: false,
  open: () => set({ opened: true }),
  close: () => set({ opened: false }),
}));
