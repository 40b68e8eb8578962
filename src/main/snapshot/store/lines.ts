import { once } from "./once.ts";

/** Text line by line, searched as it is: only what is asked for becomes a string. */
export interface Lines {
  readonly count: () => number;
  readonly at: (place: number) => string;
  /** The places of the lines that hold a text, in order. */
  readonly holding: (text: string) => number[];
}

const lineBreak = 10;

export function linesIn(bytes: Buffer): Lines {
  /** Where each line begins, and where one after the last would. */
  const starts = once(() => {
    const found = bytes.length === 0 ? [] : [0];
    for (let at = bytes.indexOf(lineBreak); at !== -1; at = bytes.indexOf(lineBreak, at + 1)) found.push(at + 1);
    return [...found, bytes.length + 1];
  });
  const placeOf = (offset: number, from: number): number => {
    let place = from;
    while ((starts()[place + 1] ?? Number.POSITIVE_INFINITY) <= offset) place += 1;
    return place;
  };
  return {
    count: () => starts().length - 1,
    at: (place) => bytes.toString("utf8", starts()[place], (starts()[place + 1] ?? 0) - 1),
    holding: (text) => {
      const wanted = Buffer.from(text);
      const places: number[] = [];
      for (let at = bytes.indexOf(wanted); at !== -1;) {
        const place = placeOf(at, places.at(-1) ?? 0);
        places.push(place);
        at = bytes.indexOf(wanted, starts()[place + 1]);
      }
      return places;
    },
  };
}
