/** A statement takes 65,535 values; rows of up to twenty columns fit into it by so many. */
const most = 2_000;

/** Rows in as few parts as statements can take. */
export function inParts<Row>(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  for (let at = 0; at < rows.length; at += most) parts.push(rows.slice(at, at + most));
  return parts;
}
