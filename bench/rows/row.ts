import type { Figure } from "../system/figure.ts";
import type { Pace } from "../system/pairs.ts";
import type { Stage } from "../system/stage.ts";

/** One measurement of `performance.md`; it may give several figures. */
export type Row = (stage: Stage, pace: Pace) => Promise<Figure[]>;
