import type { SecretStore } from "#main/session/secret-store.ts";

/** Secrets that end with the process. */
export function memorySecrets(): SecretStore {
  const secrets = new Map<string, string>();
  return {
    lasting: false,
    read: async (name) => secrets.get(name) ?? null,
    write: async (name, secret) => void secrets.set(name, secret),
    remove: async (name) => void secrets.delete(name),
  };
}
