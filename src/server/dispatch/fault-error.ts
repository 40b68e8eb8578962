import type { Fault } from "#contract/fault.ts";

/** Carries a fault out of a handler and rolls its transaction back; `dispatch` turns it into the answer. */
export class FaultError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(`fault: ${fault.kind}`);
    this.name = "FaultError";
    this.fault = fault;
  }
}

export function refuse(fault: Fault): never {
  throw new FaultError(fault);
}

/** The row that must exist, or `notFound`. */
export function found<Row>(row: Row | undefined | null, what: string): Row {
  return row ?? refuse({ kind: "notFound", what });
}
