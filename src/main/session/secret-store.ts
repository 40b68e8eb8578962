/**
 * Keeps secrets on this machine between starts. An implementation that has no keychain keeps them in memory only:
 * nothing readable is ever written to the disk.
 */
export interface SecretStore {
  read(name: string): Promise<string | null>;
  write(name: string, secret: string): Promise<void>;
  remove(name: string): Promise<void>;
}

export function memorySecrets(): SecretStore {
  const secrets = new Map<string, string>();
  return {
    read: async (name) => secrets.get(name) ?? null,
    write: async (name, secret) => void secrets.set(name, secret),
    remove: async (name) => void secrets.delete(name),
  };
}
