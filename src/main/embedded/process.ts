import { spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { pathToFileURL } from "node:url";

/** A program of ours that runs beside the desktop. */
export interface ChildProgram {
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Its exit code, once it ended; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** `terminate` asks it to end cleanly; `kill` does not ask. */
  signal(how: "terminate" | "kill"): void;
}

export type StartProgram = (program: string, args: readonly string[]) => ChildProgram;

/**
 * Starts programs with this very Node. Their standard input is a leash: when the desktop is gone, however it went,
 * the input ends and the program stops itself, so that it is never orphaned.
 */
export function nodePrograms(leash: string): StartProgram {
  return (program, args) => {
    const flags = ["--disable-warning=ExperimentalWarning", "--import", pathToFileURL(leash).href];
    const child = spawn(process.execPath, [...flags, program, ...args], {
      stdio: ["pipe", "pipe", "pipe"],
      env: childEnvironment(process.env),
      windowsHide: true,
    });
    const ended = new Promise<number | null>((resolve) => {
      child.once("exit", (code) => resolve(code));
      child.once("error", () => resolve(1));
    });
    return {
      stdout: child.stdout,
      stderr: child.stderr,
      ended,
      signal: (how) => void child.kill(how === "kill" ? "SIGKILL" : "SIGTERM"),
    };
  };
}

/** What a program inherits: a database that somebody set for another server is not this computer's. */
export function childEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, ...inherited } = env;
  return inherited;
}
