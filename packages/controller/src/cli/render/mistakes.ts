import type { BondctlError, Mistake } from '@bondctl/proto/model/error';

/** An error as lines: each mistake with its place, each refusal with its subject, then the sentence. */
export function renderError(error: BondctlError): string {
  const refusals = error.refusals.map(({ subject, message }) => `${subject}: ${message}`);
  const lines = [...error.mistakes.map(mistakeLine), ...refusals, `bondctl: ${error.message}`];
  return lines.map((line) => `${line}\n`).join('');
}

const mistakeLine = ({ file, line, column, path, message }: Mistake): string =>
  `${file}:${line}:${column} ${path === '' ? '' : `${path}: `}${message}`;
