import { expect, test } from "vitest";
import { fitColumns, type TableColumn } from "#renderer/ui/table/columns.ts";

const column = (id: string, width: number, priority?: number): TableColumn<null> => ({
  id,
  header: id,
  width,
  cell: () => null,
  ...(priority === undefined ? {} : { priority }),
});
const columns = [column("name", 200, 1), column("role", 100), column("joined", 100, 3), column("seen", 100, 3)];

test.each([
  [0, ["name", "role", "joined", "seen"]],
  [500, ["name", "role", "joined", "seen"]],
  [499, ["name", "role", "joined"]],
  [399, ["name", "role"]],
  [100, ["name"]],
])("in %i pixels stay %j", (width, ids) => {
  expect(fitColumns(columns, width).map(({ id }) => id)).toEqual(ids);
});
