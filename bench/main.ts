import { readBenchOptions, usage, type BenchOptions } from "./options.ts";
import { machine, tableOf, writeResults } from "./report.ts";
import { rows } from "./rows/rows.ts";
import type { Figure } from "./system/figure.ts";
import type { Pace } from "./system/pairs.ts";
import { setUp, type Stage } from "./system/stage.ts";

const say = (text: string): void => void process.stderr.write(`${text}\n`);

function giveUp(error: unknown): never {
  say(`${error instanceof Error ? error.message : "The options are wrong."}\n${usage}`);
  process.exit(2);
}

function optionsOrGiveUp(): BenchOptions {
  try {
    return readBenchOptions(process.argv.slice(2));
  } catch (error) {
    return giveUp(error);
  }
}

/** A row that fails is told and left out: the others are worth having. */
async function measureRow(name: string, stage: Stage, pace: Pace): Promise<Figure[]> {
  try {
    return (await rows[name]?.(stage, pace)) ?? [];
  } catch (error) {
    say(`${name} could not be measured: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}

async function measure({ names, events, pace }: BenchOptions): Promise<Figure[]> {
  const stage = await setUp(events, say);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void stage.stop().finally(() => process.exit(130)));
  }
  const figures: Figure[] = [];
  try {
    for (const name of names) {
      say(`measuring ${name}`);
      const measured = await measureRow(name, stage, pace);
      say(tableOf(measured));
      figures.push(...measured);
    }
  } finally {
    await stage.stop();
  }
  return figures;
}

if (process.argv.includes("--help")) {
  say(usage);
} else {
  const figures = await measure(optionsOrGiveUp());
  const { cores, memoryGiB, node } = machine();
  process.stdout.write(`${cores} cores, ${memoryGiB} GiB of memory, Node ${node}\n\n${tableOf(figures)}\n`);
  await writeResults(figures);
}
