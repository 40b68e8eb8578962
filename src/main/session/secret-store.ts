/**
 * Keeps secrets on this machine between starts. An implementation that has no keychain keeps them in memory only:
 * nothing readable is ever written to the disk.
 */
export interface SecretStore {
  /** Whether secrets outlive this process. */
  readonly lasting: boolean;
  read(name: string): Promise<string | null>;
  write(name: string, secret: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** How the person themselves protects them where there is no keychain. */
  readonly protection?: Protection;
}

/** A passphrase in the place of a keychain. */
export interface Protection {
  /** `none`: in memory only. `locked`: on the disk, and waiting for the passphrase. */
  lock(): "none" | "locked" | "open";
  /** From now on they are on the disk, under this passphrase. */
  protect(passphrase: string): Promise<void>;
  /** False for a wrong passphrase. */
  unlock(passphrase: string): Promise<boolean>;
  /** Nothing of them stays on the disk; what was unlocked lasts as long as this process. */
  release(): Promise<void>;
}
