/** How much of the audit log is kept: so many days back, and no more than so many events of an organization. */
export interface FillWindow {
  readonly days: number;
  readonly mostEvents: number;
}

export const isSameWindow = (a: FillWindow, b: FillWindow): boolean =>
  a.days === b.days && a.mostEvents === b.mostEvents;
