import { mkdir } from "node:fs/promises";

// As root, PostgreSQL runs as another user, who must get through to its own folder inside but cannot list ours.
const mode = process.getuid?.() === 0 ? 0o711 : 0o700;

/** Makes a folder for what is this person's alone. */
export async function makeDataFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode });
}
