/** Spreadsheets take a file for UTF-8 only with this mark. */
const byteOrderMark = "\uFEFF";

/** Hands a CSV file to the shell, which saves it where downloads go. */
export function saveFile(name: string, csv: string): void {
  const address = URL.createObjectURL(new Blob([byteOrderMark, csv], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
