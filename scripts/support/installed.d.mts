export interface Lockfile {
  packages: Record<string, { version?: string; optional?: boolean }>;
}

export declare function matchesLockfile(lockfile: Lockfile, installed: Lockfile): boolean;
