import type { StoreApi } from "zustand";

const resets = new Set<() => void>();

/** Marks what a person has begun on this screen and not sent: it outlives pages, and is gone when somebody else signs in. */
export function personal<State, Store extends StoreApi<State>>(store: Store & StoreApi<State>): Store {
  resets.add(() => store.setState(store.getInitialState(), true));
  return store;
}

/** Somebody else is here. */
export function forgetPersonal(): void {
  for (const reset of resets) reset();
}
