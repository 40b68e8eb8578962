import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { z } from "zod";

const root = path.resolve(import.meta.dirname, "../../..");
const SignIn = z.object({ email: z.string(), password: z.string() });

/** Invents an agency in the data folder of a server that is stopped, and says how to sign in. */
export async function inventAgency(folder: string, ...options: readonly string[]): Promise<z.infer<typeof SignIn>> {
  const program = path.join(root, "out/main/sample.js");
  const { stdout } = await promisify(execFile)(process.execPath, [program, "--data-dir", folder, ...options], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: "" },
  });
  const last = stdout.trim().split("\n").at(-1) ?? "";
  return SignIn.parse(JSON.parse(last));
}
