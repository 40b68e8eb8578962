import { create } from "zustand";

interface Departures {
  readonly expected: ReadonlySet<string>;
  readonly expect: (organizationId: string) => void;
  readonly forget: (organizationId: string) => void;
}

/** Organizations that the person is giving up by a deed of their own, which says so itself: losing them is no news. */
export const useDepartures = create<Departures>()((set) => ({
  expected: new Set(),
  expect: (organizationId) => set(({ expected }) => ({ expected: expected.union(new Set([organizationId])) })),
  forget: (organizationId) => set(({ expected }) => ({ expected: expected.difference(new Set([organizationId])) })),
}));
