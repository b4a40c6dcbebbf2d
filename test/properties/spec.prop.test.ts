import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatIpv6, parseCidr, parseIpv6 } from '../../packages/controller/src/spec/addresses.ts';
import { parseSpec } from '../../packages/controller/src/spec/parse.ts';

const folder = new URL('../../examples/', import.meta.url);
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));

/** Parsed without a throw, and every mistake inside the text. */
function check(text: string): void {
  const parsed = parseSpec(text, 'cluster.yaml');
  if (parsed.ok) return;
  const lines = text.split('\n');
  for (const { line, column, message } of parsed.error) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
    expect(message).not.toBe('');
  }
}

test('any text is a spec or has mistakes with their places', () => {
  fc.assert(fc.property(fc.string({ maxLength: 200, unit: 'binary' }), check), { numRuns: 500 });
});

/** One line of an example changed: the mistakes that people make. */
const edited = fc
  .tuple(
    fc.constantFrom(...examples),
    fc.nat(),
    fc.constantFrom('drop', 'twice', 'cut', 'swap'),
    fc.nat(),
    fc.string({ maxLength: 6 }),
  )
  .map(([text, pick, how, place, word]) => {
    const lines = text.split('\n');
    const index = pick % lines.length;
    const line = lines[index] ?? '';
    const at = place % (line.length + 1);
    if (how === 'drop') lines.splice(index, 1);
    if (how === 'twice') lines.splice(index, 0, line);
    if (how === 'cut') lines[index] = line.slice(0, at);
    if (how === 'swap') lines[index] = `${line.slice(0, at)}${word}${line.slice(at + 1)}`;
    return lines.join('\n');
  });

test('an example with one line changed is a spec or has mistakes with their places', () => {
  fc.assert(fc.property(edited, check), { numRuns: 1500 });
});

test('any value in any place of a spec is understood or is a mistake', () => {
  const keys = [
    'version',
    'hosts',
    'bonds',
    'links',
    'rollout',
    'alpha',
    'ports',
    'mode',
    'options',
    'miimon',
    'tuning',
    'tso',
    'addresses',
    'ends',
    'expect',
    'lineRate',
  ];
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(null, true, 0, 4, -1, 1.5, '', 'alpha', 'alpha/b0', '10.0.0.1/24', '1Gbit/s', '90%'),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys), tie('any'), { maxKeys: 5 }),
    ),
  })).any;
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), value), (spec) => {
      parseSpec(JSON.stringify(spec), 'cluster.json');
    }),
    { numRuns: 1000 },
  );
});

test('an IPv6 address keeps its value when it is written the way the kernel prints it', () => {
  fc.assert(
    fc.property(
      fc.ipV6().filter((text) => !text.includes('.')),
      (text) => {
        const address = parseIpv6(text);
        expect(address).toBeDefined();
        if (address === undefined) return;
        const printed = formatIpv6(address);
        expect(parseIpv6(printed)).toBe(address);
        expect(formatIpv6(parseIpv6(printed) ?? -1n)).toBe(printed);
        expect(printed).toBe(new URL(`http://[${text}]/`).hostname.slice(1, -1));
      },
    ),
  );
});

test.each([
  ['10.9.0.1/24', '10.9.0.1/24'],
  ['10.9.0.0/31', '10.9.0.0/31'],
  ['10.9.0.1/32', '10.9.0.1/32'],
  ['FD00:0:0:0:0:0:0:1/64', 'fd00::1/64'],
  ['fe80::1:0:0:1/10', 'fe80::1:0:0:1/10'],
])('the address %s', (text, printed) => {
  expect(parseCidr(text)).toMatchObject({ ok: true, value: { text: printed } });
});

test.each([
  '10.9.0.1',
  '10.9.0.1/33',
  '10.9.0.0/24',
  '10.9.0.255/24',
  '010.9.0.1/24',
  'fd00::/64',
  'fd00:::1/64',
  '1:2:3:4:5:6:7:8:9/64',
  '::1/0',
  '1.2.3/8',
  '',
])('no address: %s', (text) => {
  expect(parseCidr(text).ok).toBe(false);
});
