import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { parsedJson } from "../../remote/faults.ts";

/** Where Chromium writes which addresses a window showed, under which titles, and what was typed into it. */
const traces = ["Sessions", "Sessions_Encrypted", "Session Storage", "History", "Top Sites", "Shortcuts", "Web Data"];

const Json = z.record(z.string(), z.unknown());

/** Addresses hold what was searched for, and titles names of organizations: none of it is to be on the disk. */
const nothingKept = {
  history: { saving_disabled: true },
  autofill: { profile_enabled: false, credit_card_enabled: false },
  credentials_enable_service: false,
};

const innerFolder = (profile: string): string => join(profile, "Default");

/** Makes a profile that remembers nothing of what its window shows; what it compiled of the page stays. */
export async function prepareProfile(profile: string): Promise<void> {
  const folder = innerFolder(profile);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await forgetTraces(profile);
  const file = join(folder, "Preferences");
  const known = objectIn(parsedJson(await readFile(file, "utf8").catch(() => "")));
  const changed = Object.entries(nothingKept).map(([name, value]): [string, unknown] => [
    name,
    typeof value === "object" ? { ...objectIn(known[name]), ...value } : value,
  ]);
  await writeFile(file, JSON.stringify({ ...known, ...Object.fromEntries(changed) }), { mode: 0o600 });
}

/** Chromium notes what its windows show for as long as it runs; to be called when it has ended. */
export async function forgetTraces(profile: string): Promise<void> {
  for (const name of traces) {
    for (const end of ["", "-journal"]) {
      await rm(join(innerFolder(profile), `${name}${end}`), { recursive: true, force: true });
    }
  }
}

const objectIn = (value: unknown): Record<string, unknown> => Json.safeParse(value).data ?? {};
