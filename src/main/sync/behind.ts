/** Of which organizations more is known to have changed than what is kept of them. */
export interface Behind {
  is(organizationId: string): boolean;
  any(): boolean;
  /** Something changed there. */
  told(organizationId: string): void;
  /** A moment to give to `caughtUp`: what is told later is not in what is read from here on. */
  mark(): number;
  /** What is kept is as new as all that was told before the mark. */
  caughtUp(organizationId: string, mark: number): void;
}

export function createBehind(): Behind {
  let last = 0;
  const told = new Map<string, number>();
  return {
    is: (organizationId) => told.has(organizationId),
    any: () => told.size > 0,
    told: (organizationId) => void told.set(organizationId, (last += 1)),
    mark: () => last,
    caughtUp: (organizationId, mark) => {
      if ((told.get(organizationId) ?? last + 1) <= mark) told.delete(organizationId);
    },
  };
}
