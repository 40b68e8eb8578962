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
}

export function memorySecrets(): SecretStore {
  const secrets = new Map<string, string>();
  return {
    lasting: false,
    read: async (name) => secrets.get(name) ?? null,
    write: async (name, secret) => void secrets.set(name, secret),
    remove: async (name) => void secrets.delete(name),
  };
}
