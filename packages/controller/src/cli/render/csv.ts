/** One value of a row; null is nobody knows, an empty field. */
export type Cell = string | number | boolean | null;

/** Rows under a head as CSV after RFC 4180: commas, CRLF, quotes where a field needs them. */
export const csv = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [head, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');

function field(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
