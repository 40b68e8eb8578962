import type { ForkOptions, UtilityProcess } from "electron";
import type { Readable } from "node:stream";
import { PassThrough } from "node:stream";
import { childEnvironment, type StartProgram } from "../../embedded/process.ts";

type Fork = (program: string, args: string[], options: ForkOptions) => UtilityProcess;

/** Starts programs as Electron's utility processes, which end with Electron however it ends. */
export function utilityPrograms(fork: Fork, kill: (pid: number) => void): StartProgram {
  return (program, args) => {
    const child = fork(program, [...args], {
      stdio: ["ignore", "pipe", "pipe"],
      serviceName: "Orgdesk server",
      env: childEnvironment(process.env),
    });
    const ended = new Promise<number | null>((resolve) => void child.once("exit", (code) => resolve(code)));
    return {
      stdout: readable(child.stdout),
      stderr: readable(child.stderr),
      ended,
      signal: (how) => {
        if (how === "terminate" || child.pid === undefined) child.kill();
        else kill(child.pid);
      },
    };
  };
}

const readable = (stream: NodeJS.ReadableStream | null): Readable => {
  const out = new PassThrough();
  if (stream === null) out.end();
  else stream.pipe(out);
  return out;
};
