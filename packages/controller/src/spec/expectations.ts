import type { PortCapacity } from '@bondctl/proto/model/linktest';
import { parseRate } from '@bondctl/proto/model/rate';
import type { Result } from '@bondctl/proto/model/result';
import type { Expectations, Threshold } from '@bondctl/proto/model/spec';
import type { Path, SpecDocument } from './document.ts';
import { parsePercent } from './percent.ts';
import { expectShape, lineRateShape, readFields, retransmitsShape, throughputShape } from './shape.ts';

const defaultSeconds = 10;
const defaultStreams = 1;

/** What is expected of a link that says nothing: the path MTU, which alone costs nothing. */
export const usualExpectations: Expectations = {
  throughput: null,
  pathMtu: true,
  retransmitsAtMostPercent: null,
};

/** Reads `expect` of a link. */
export function readExpectations(page: SpecDocument, path: Path, value: unknown): Expectations {
  const fields = value === undefined ? {} : readFields(page, path, expectShape, value);
  const throughput = readThroughput(page, [...path, 'throughput'], fields.throughput);
  if (fields.retransmits !== undefined && fields.throughput === undefined)
    page.report(
      [...path, 'retransmits'],
      '"retransmits" are counted while "throughput" is measured; expect both',
      'key',
    );
  return {
    throughput,
    pathMtu: fields.pathMtu ?? usualExpectations.pathMtu,
    retransmitsAtMostPercent: readRetransmits(page, [...path, 'retransmits'], fields.retransmits),
  };
}

function readThroughput(page: SpecDocument, path: Path, value: unknown): Expectations['throughput'] {
  if (value === undefined) return null;
  const fields = readFields(page, path, throughputShape, value);
  const atLeast = readThreshold(page, [...path, 'atLeast'], fields.atLeast);
  if (atLeast === undefined) return null;
  const { streams = defaultStreams, seconds = defaultSeconds } = fields;
  return { streams, seconds, atLeast };
}

function readThreshold(page: SpecDocument, path: Path, value: unknown): Threshold | undefined {
  const percent = parsePercent(value);
  if (percent.ok) return { kind: 'percent', percent: percent.value };
  const rate = parseRate(value);
  if (rate.ok) return { kind: 'rate', rateBps: rate.value };
  if (value === undefined)
    page.report(path, '"atLeast" is missing here: a share like 90% or a rate like 1.8Gbit/s');
  else page.report(path, `"${String(value)}" is neither a share like 90% nor a rate like 1.8Gbit/s`);
  return undefined;
}

function readRetransmits(page: SpecDocument, path: Path, value: unknown): number | null {
  if (value === undefined) return null;
  const fields = readFields(page, path, retransmitsShape, value);
  return reported(page, [...path, 'atMost'], parsePercent(fields.atMost)) ?? null;
}

/** Reads `lineRate`: a rate, or a rate and how frames are counted. The spec's word wins over the kernel's. */
export function readLineRate(page: SpecDocument, path: Path, value: unknown): PortCapacity | null {
  if (value === undefined) return null;
  const long = typeof value === 'object' && value !== null;
  const fields = long ? readFields(page, path, lineRateShape, value) : { rate: value };
  const rateBps = reported(page, long ? [...path, 'rate'] : path, parseRate(fields.rate));
  const framing = ('framing' in fields ? fields.framing : undefined) ?? 'ethernet';
  return rateBps === undefined ? null : { source: 'declared', rateBps, framing };
}

function reported<T>(page: SpecDocument, path: Path, result: Result<T, string>): T | undefined {
  if (result.ok) return result.value;
  page.report(path, result.error);
  return undefined;
}
