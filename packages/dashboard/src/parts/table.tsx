import type { ComponentChildren } from 'preact';

/** A column: its head, and whether it holds figures, which line up on the right. */
export interface Column {
  readonly head: string;
  readonly figures?: boolean;
}

/** A row: its key, and a cell for every column. */
export interface Row {
  readonly key: string;
  readonly cells: readonly ComponentChildren[];
}

/** A table that scrolls by itself where it is too wide; the first cell of a row is its head. */
export const Table = ({
  caption,
  columns,
  rows,
}: {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
  <section class="table-frame" aria-label={caption} tabIndex={0}>
    <table>
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ head, figures }) => (
            <th key={head} scope="col" class={figures ? 'figures' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, nth) =>
              nth === 0 ? (
                <th key={columns[nth]?.head} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={columns[nth]?.head} class={columns[nth]?.figures ? 'figures' : undefined}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
