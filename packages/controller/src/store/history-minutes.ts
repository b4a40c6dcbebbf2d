import type { CompiledQuery, Kysely } from 'kysely';
import type { Tables } from './tables.ts';

type Values = Tables['history_minutes'];

const columns = [
  'series',
  'at_unix_ms',
  'tx_bytes',
  'rx_bytes',
  'tx_peak_bps',
  'rx_peak_bps',
  'measured_ms',
] as const satisfies readonly (keyof Values)[];

/** Minutes in one statement. */
export const minutesPerStatement = 200;

/** How minutes are added; one that came in two parts is their sum. */
export type AddMinutes = (db: Kysely<Tables>, values: readonly Values[]) => Promise<void>;

/** Adds minutes by a statement that is built once: building one costs more than carrying it out. */
export function minuteAdder(): AddMinutes {
  let full: CompiledQuery | undefined;
  return async (db, values) => {
    const known = values.length === minutesPerStatement ? full : undefined;
    const statement = known ?? compile(db, values);
    if (values.length === minutesPerStatement) full = statement;
    const parameters = values.flatMap((row) => columns.map((column) => row[column]));
    await db.executeQuery({ ...statement, parameters });
  };
}

/** The statement; the order of its parameters is that of `columns`, row by row, and there are no others. */
function compile(db: Kysely<Tables>, values: readonly Values[]): CompiledQuery {
  const rows = values.map(
    (row) => Object.fromEntries(columns.map((column) => [column, row[column]])) as unknown as Values,
  );
  return db
    .insertInto('history_minutes')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['series', 'at_unix_ms']).doUpdateSet((eb) => {
        const sum = (name: 'tx_bytes' | 'rx_bytes' | 'measured_ms') =>
          eb(eb.ref(`history_minutes.${name}`), '+', eb.ref(`excluded.${name}`));
        const higher = (name: 'tx_peak_bps' | 'rx_peak_bps') =>
          eb
            .case()
            .when(eb(`history_minutes.${name}`, '>', eb.ref(`excluded.${name}`)))
            .then(eb.ref(`history_minutes.${name}`))
            .else(eb.ref(`excluded.${name}`))
            .end();
        return {
          tx_bytes: sum('tx_bytes'),
          rx_bytes: sum('rx_bytes'),
          measured_ms: sum('measured_ms'),
          tx_peak_bps: higher('tx_peak_bps'),
          rx_peak_bps: higher('rx_peak_bps'),
        };
      }),
    )
    .compile();
}
