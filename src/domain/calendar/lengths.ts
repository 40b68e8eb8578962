/** Lengths of time, in milliseconds. A day of the calendar can be an hour longer or shorter where clocks change. */
export const minute = 60_000;
export const day = 24 * 60 * minute;
