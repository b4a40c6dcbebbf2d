import { readFileSync } from 'node:fs';
import { messages } from '@bondctl/proto/convert/message';
import { closings, refuseCodes } from '@bondctl/proto/model/session';
import { closeCodes, closeReason, closingOf } from '@bondctl/proto/wire/close-codes';
import { agentPath, exporterLabels, limits, subprotocol } from '@bondctl/proto/wire/limits';
import { expect, test } from 'vitest';
import { bounds } from '../../packages/agent/src/uplink/outbox.ts';

// Tables are padded by the formatter.
const document = readFileSync(new URL('../../packages/proto/PROTOCOL.md', import.meta.url), 'utf8').replace(
  / {2,}/g,
  ' ',
);
const section = (title: string): string => document.split(/^## /m).find((part) => part.includes(title)) ?? '';

test('every message has its section, and every section its message', () => {
  const titles = [...section('5. Messages').matchAll(/^### (\w+)/gm)].map((match) => match[1]);
  const kinds = [...Object.keys(messages), 'command', 'outcome', 'state'];
  const named = kinds.map((kind) => `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`);
  expect([...titles].sort()).toEqual(named.sort());
});

test('every close code of the table is that of the code', () => {
  const rows = [...section('4. Close codes').matchAll(/^\| (\d+) \| (\w+) \|/gm)];
  const table = Object.fromEntries(rows.map(([, code, word]) => [word, Number(code)]));
  expect(table).toEqual(closeCodes);
  for (const closing of closings) expect(closingOf(closeCodes[closing])).toBe(closing);
  expect(closingOf(1006)).toBeUndefined();
});

test('every refusal is in the table', () => {
  const rows = [...section('3. Handshake').matchAll(/^\| `(\w+)` \|/gm)].map((match) =>
    match[1]?.toLowerCase(),
  );
  expect(rows).toEqual([...refuseCodes]);
});

test('the numbers are those of the code', () => {
  const transport = section('2. Transport');
  const all = section('10. Limits');
  const kib = (bytes: number) => `${bytes / 1024} KiB`;
  const mib = (bytes: number) => `${bytes / 1024 / 1024} MiB`;
  expect(transport).toContain(`at most ${limits.frameBytes} bytes`);
  expect(transport).toContain(
    `${limits.fragments} fragments per message and ${limits.bufferedChunks} buffered chunks`,
  );
  expect(transport).toContain(`\`${agentPath}\`, subprotocol \`${subprotocol}\``);
  expect(all).toContain(`| ${limits.frameBytes} bytes |`);
  expect(all).toContain(`| ${mib(limits.inflatedBytes)} |`);
  expect(all).toContain(`${mib(limits.sendBytes)} or ${limits.sendMs / 1000} s`);
  expect(all).toContain(`above ${kib(limits.calmBytes)}`);
  expect(all).toContain(`| ${bounds.events} / ${limits.eventsPerFrame} |`);
  expect(all).toContain(`| 64 / ${bounds.outcomes} |`);
  expect(bounds.eventsPerFrame).toBe(limits.eventsPerFrame);
  expect(document).toContain(`larger than ${kib(limits.plainBytes)} travels`);
  expect(document).toContain(`larger than ${kib(limits.documentBytes)} even then`);
  for (const label of Object.values(exporterLabels)) expect(document).toContain(`\`${label}\``);
});

test('a close reason fits into 123 bytes, whatever it says', () => {
  for (const words of ['a'.repeat(500), 'ü'.repeat(500), '😀'.repeat(100), 'short']) {
    expect(Buffer.byteLength(closeReason(words))).toBeLessThanOrEqual(123);
  }
  expect(closeReason('short')).toBe('short');
});
