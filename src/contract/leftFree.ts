/**
 * Bytes of a disk that the offline copy leaves to everything else: with less, systems warn, and neither updates nor a
 * person's own files find room. It is more than any one writing takes for a moment beside what it leaves.
 */
export const leftFree = 1_000_000_000;
