import type { Source } from "#contract/answer.ts";
import type { Moment } from "#renderer/bridge/age.ts";

/** Keeps the oldest moment of what a file is put together from; null while all of it came from the server. */
export function oldestOf(): { readonly onSource: (source: Source) => void; readonly moment: () => Moment | null } {
  let oldest: Moment | null = null;
  return {
    onSource: (source) => {
      if (source.from === "snapshot" && (oldest === null || source.asOf < oldest.asOf)) oldest = source;
    },
    moment: () => oldest,
  };
}

/** 'team.csv' as 'team-as-of-2026-11-22T14-03Z.csv': a table has no room for a remark, the name has. */
export function namedFor(file: string, moment: Moment | null): string {
  if (moment === null) return file;
  const dot = file.lastIndexOf(".");
  return `${file.slice(0, dot)}-as-of-${moment.asOf.slice(0, 16).replace(":", "-")}Z${file.slice(dot)}`;
}
