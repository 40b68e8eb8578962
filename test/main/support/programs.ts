import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { nodePrograms, type ChildProgram, type StartProgram } from "#main/embedded/process.ts";
import { onTestFinished } from "vitest";

const leash = join(import.meta.dirname, "../../../src/main/embedded/leash.ts");

/** Starts real processes, and kills what a test leaves. */
export function testPrograms(): { start: StartProgram; started: ChildProgram[] } {
  const started: ChildProgram[] = [];
  const start = nodePrograms(leash);
  onTestFinished(() => {
    for (const child of started) child.signal("kill");
  });
  return {
    started,
    start: (program, args) => {
      const child = start(program, args);
      started.push(child);
      return child;
    },
  };
}

/** Writes a program into a folder; gives its path. */
export function writeProgram(folder: string, name: string, source: string): string {
  const path = join(folder, name);
  writeFileSync(path, source);
  return path;
}
