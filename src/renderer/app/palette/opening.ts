import { create } from "zustand";

interface Opening {
  readonly opened: boolean;
  readonly open: () => void;
  readonly close: () => void;
  readonly toggle: () => void;
}

/** Whether the command palette is open. */
export const usePaletteOpening = create<Opening>()((set) => ({
  opened: false,
  open: () => set({ opened: true }),
  close: () => set({ opened: false }),
  toggle: () => set(({ opened }) => ({ opened: !opened })),
}));
