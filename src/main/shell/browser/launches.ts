import { createHash, randomBytes } from "node:crypto";

/** Launch tokens, each good for one window, and the secrets of the windows that were launched with one. */
export interface Launches {
  /** A token for the address of a new window. */
  issue(): string;
  /** Exchanges a token for a window's secret, once; null for anything else. */
  redeem(token: string): string | null;
  holds(secret: string): boolean;
}

const secret = () => randomBytes(32).toString("base64url");
// Looked up by digest, so that the time of a look-up tells nothing about a token.
const digest = (text: string) => createHash("sha256").update(text).digest("base64");

export function createLaunches(): Launches {
  const tokens = new Set<string>();
  const windows = new Set<string>();
  return {
    issue: () => {
      const token = secret();
      tokens.add(digest(token));
      return token;
    },
    redeem: (token) => {
      if (!tokens.delete(digest(token))) return null;
      const opened = secret();
      windows.add(digest(opened));
      return opened;
    },
    holds: (given) => windows.has(digest(given)),
  };
}
