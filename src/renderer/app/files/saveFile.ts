/** Spreadsheets take a file for UTF-8 only with this mark. */
const byteOrderMark = "\uFEFF";

/** Hands a CSV file to the shell, which saves it where downloads go. */
export const saveFile = (name: string, csv: string): void => save(name, [byteOrderMark, csv], "text/csv;charset=utf-8");

/** The same for a value, as JSON for programs and readable lines for people. */
export const saveJson = (name: string, value: unknown): void =>
  save(name, [JSON.stringify(value, null, 2)], "application/json");

/** The same for plain text. */
export const saveText = (name: string, text: string): void => save(name, [text], "text/plain;charset=utf-8");

/** The same for a file of the browser shell, which its address gives once. */
export function saveFrom(address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  link.click();
}

function save(name: string, parts: string[], type: string): void {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
