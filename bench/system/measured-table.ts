/** What the driver does with either table; every act starts at once and ends when the page is idle again. */
export interface MeasuredTable {
  mount(): void;
  /** Scrolls to so many pixels from the top. */
  scrollTo(top: number): void;
  filter(text: string): void;
  /** The texts of the rows that are drawn. */
  drawn(): readonly string[];
  /** How many rows match what is typed. */
  matching(): number;
}

declare global {
  interface Window {
    table: MeasuredTable;
  }
}
