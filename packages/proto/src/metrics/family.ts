/** What is said of one kind of metric, whether or not anything has it now. */
export interface Definition {
  readonly name: string;
  readonly type: 'gauge' | 'counter';
  readonly help: string;
  readonly labels: readonly string[];
}

/** One value of a metric, and whose it is. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A metric with all its values. */
export interface Family extends Definition {
  readonly samples: readonly Sample[];
}

/** One metric of a subject: how its values are read, with the labels beside those that name the subject. */
export interface Row<S> extends Definition {
  readonly read: (subject: S) => readonly Sample[];
}

/** The metrics of one kind of subject, such as a port, and the labels that name it. */
export interface Table<S> {
  readonly labels: readonly string[];
  readonly name: (subject: S) => readonly string[];
  readonly rows: readonly Row<S>[];
}

/** A metric that goes up and down. */
export const gauge = <S>(
  name: string,
  help: string,
  read: Row<S>['read'],
  ...labels: readonly string[]
): Row<S> => ({ name, type: 'gauge', help, labels, read });

/** A metric that only grows, until whoever counts begins anew. */
export const counter = <S>(
  name: string,
  help: string,
  read: Row<S>['read'],
  ...labels: readonly string[]
): Row<S> => ({ ...gauge(name, help, read, ...labels), type: 'counter' });

/** The value itself; what is not known has none, since 0 would be a lie. */
export const one = (value: number | boolean | null | undefined): readonly Sample[] =>
  value === null || value === undefined ? [] : [{ labels: {}, value: Number(value) }];

/** A value that says something in its labels. */
export const info = (labels: Sample['labels']): readonly Sample[] => [{ labels, value: 1 }];

/** Every word that a state can be, 1 where it is the one, so that a state that ends is seen to end. */
export const states = (label: string, all: readonly string[], now: string): readonly Sample[] =>
  all.map((word) => ({ labels: { [label]: word }, value: Number(word === now) }));

const definitionOf = <S>(table: Table<S>, { read: _, ...row }: Row<S>): Definition => ({
  ...row,
  labels: [...table.labels, ...row.labels],
});

/** The families of a table without values. */
export const definitionsOf = <S>(table: Table<S>): readonly Definition[] =>
  table.rows.map((row) => definitionOf(table, row));

/** The families of a table as its subjects are now. */
export function familiesOf<S>(table: Table<S>, subjects: readonly S[]): readonly Family[] {
  const named = subjects.map((subject) => ({ subject, whose: labelsOf(table, subject) }));
  return table.rows.map((row) => ({
    ...definitionOf(table, row),
    samples: named.flatMap(({ subject, whose }) =>
      row.read(subject).map(({ labels, value }) => ({ labels: { ...whose, ...bounded(labels) }, value })),
    ),
  }));
}

const labelsOf = <S>({ labels, name }: Table<S>, subject: S): Sample['labels'] => {
  const words = name(subject);
  return bounded(Object.fromEntries(labels.map((label, at) => [label, words[at] ?? ''])));
};

/** Longer than any name there is; a host that says more does not fill the disk of whoever scrapes. */
const longestLabel = 128;

const bounded = (labels: Sample['labels']): Sample['labels'] =>
  Object.fromEntries(Object.entries(labels).map(([label, text]) => [label, text.slice(0, longestLabel)]));
