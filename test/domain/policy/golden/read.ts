export interface GoldenCell {
  readonly section: string | null;
  readonly label: string;
  readonly role: string;
  readonly allowed: boolean;
  readonly mark: string;
}

/** Reads a transcribed table into its cells. Unknown signs throw, so that a typing error cannot pass as a no. */
export function readTable(table: string): GoldenCell[] {
  const [head = [], , ...body] = table.trim().split("\n").map(cellsOf);
  const roles = head.slice(1);
  let section: string | null = null;
  return body.flatMap(([label = "", ...cells]) => {
    if (cells.length === 0) section = label;
    return cells.map((cell, column) => ({ section, label, role: roles[column] ?? "", ...readCell(cell) }));
  });
}

function cellsOf(line: string): string[] {
  return line
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());
}

function readCell(cell: string): { allowed: boolean; mark: string } {
  const mark = /\**$/u.exec(cell)?.[0] ?? "";
  const sign = cell.slice(0, cell.length - mark.length);
  if (["✓", "✅", "Yes"].includes(sign)) return { allowed: true, mark };
  if (["—", "❌", "No"].includes(sign)) return { allowed: false, mark };
  throw new Error(`Unknown sign in the transcription: ${cell}`);
}
