import { randomUUIDv7 } from "node:crypto";

/** A new identifier: UUIDv7, so that keys created later sort later and new rows land at the end of their index. */
export function newId(): string {
  return randomUUIDv7();
}
