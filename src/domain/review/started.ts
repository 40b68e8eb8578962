import { minute } from "../calendar/lengths.ts";

/** So far two clocks may differ, in milliseconds, before one of them is said to be wrong. */
export const clockDifference = 5 * minute;

/** When a review began, and between what: all in milliseconds since 1970. */
export interface Start {
  /** What the reviewer's computer said. */
  readonly startedAt: number;
  /** When the reviewed state came to be, as the server knows it; null where nothing had happened yet. */
  readonly asOfAt: number | null;
  /** When its first part reached the server. */
  readonly receivedAt: number;
}

/** Whether the start that was told can be true: nobody reviews what is not there yet, nor sends what has not begun. */
export const isPossibleStart = ({ startedAt, asOfAt, receivedAt }: Start): boolean =>
  startedAt <= receivedAt + clockDifference && (asOfAt === null || startedAt >= asOfAt - clockDifference);
