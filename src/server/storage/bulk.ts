import pg from "pg";

/** One connection for filling a database. */
export type BulkClient = pg.ClientBase;

/** Opens a connection of its own for one filling and closes it afterwards. */
export async function withBulkClient<T>(
  connectionString: string,
  work: (client: BulkClient) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A column to fill: its name, its type, and its value in a row. */
export interface BulkColumn<Row> {
  readonly name: string;
  readonly type: "uuid" | "text" | "int" | "bigint" | "boolean" | "timestamptz" | "json" | "jsonb" | "bytea";
  readonly of: (row: Row) => string | number | boolean | Date | null;
}

const batch = 10_000;

const asText = (value: ReturnType<BulkColumn<never>["of"]>): string | null =>
  value === null ? null : value instanceof Date ? value.toISOString() : String(value);

/** Inserts rows by the ten thousand: one statement, one array a column. For filling, not for requests. */
export async function insertBulk<Row>(
  client: BulkClient,
  table: string,
  columns: readonly BulkColumn<Row>[],
  rows: readonly Row[],
): Promise<void> {
  const names = columns.map((column) => column.name).join(", ");
  const values = columns.map((column, index) => `c${index}::${column.type}`).join(", ");
  const arrays = columns.map((_, index) => `$${index + 1}::text[]`).join(", ");
  const aliases = columns.map((_, index) => `c${index}`).join(", ");
  const text = `insert into ${table} (${names}) select ${values} from unnest(${arrays}) as given (${aliases})`;
  for (let at = 0; at < rows.length; at += batch) {
    const part = rows.slice(at, at + batch);
    await client.query(
      text,
      columns.map((column) => part.map((row) => asText(column.of(row)))),
    );
  }
}

/**
 * Runs `work` with the table's secondary indexes away and builds them once afterwards, which for millions of rows is
 * several times faster than keeping them up to date. Only for a table that nobody else uses meanwhile.
 */
export async function withoutIndexes(client: BulkClient, table: string, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes where tablename = $1
       and indexname not in (select conname from pg_constraint where conrelid = $1::regclass)`,
    [table],
  );
  for (const { indexname } of rows) await client.query(`drop index ${client.escapeIdentifier(indexname)}`);
  await work();
  await client.query("set maintenance_work_mem = '512MB'");
  for (const { indexdef } of rows) await client.query(indexdef);
  await client.query(`analyze ${table}`);
}
