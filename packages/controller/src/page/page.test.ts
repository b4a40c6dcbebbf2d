import type { RankedFinding } from '@bondctl/proto/model/finding';
import type { IperfRun, PortSeries, TestResult } from '@bondctl/proto/model/linktest';
import type { TestView } from '@bondctl/proto/model/view';
import { describe, expect, test } from 'vitest';
import { drbd, fakeTest } from '../../../../test/fakes/fake-parts.ts';
import { name } from '../../../../test/fakes/fake-report.ts';
import { figuresOf } from '../../../../test/fakes/fake-test.ts';
import { testPage } from './page.ts';

const at = '2026-11-23T18:55:25.000Z';
const evil = `<script>alert("1")</script><img src='http://evil.example/x' onerror=x>`;

const run = (role: IperfRun['role'], document: string): IperfRun => ({
  role,
  version: '3.12',
  command: ['iperf3', `--${role}`, evil],
  document,
  exit: { kind: 'code', code: 0 },
  ending: 'finished',
});
const series = (port: string): PortSeries => ({
  name: name(port),
  points: [0, 1].map((fromS) => ({ fromS, toS: fromS + 1, txBps: 9.8e8, rxBps: 1e6 })),
});
const finding: RankedFinding = {
  rule: 'hash-collision',
  severity: 'warning',
  subject: { kind: 'link', link: drbd.name, ends: drbd.ends },
  cause: evil,
  evidence: [evil, 'eth2 100.0 %'],
  advice: evil,
  source: 'https://www.kernel.org/doc/Documentation/networking/bonding.rst',
  explains: [],
  consequenceOf: null,
};

/** Everything that a page can show, and a hostile word wherever one may come from outside. */
const whole: Partial<TestResult> = {
  link: evil as TestResult['link'],
  mode: evil,
  run: {
    ok: true,
    figures: figuresOf({
      receivedBps: 1.96e9,
      back: { receivedBps: 1.9e9, receivedBytes: 1, sentBytes: 1, retransmits: 0 },
      udp: { packets: 1000, lost: 1, jitterMs: 0.1, outOfOrder: 2 },
    }),
  },
  parameters: {
    class: 'measure',
    streams: 2,
    seconds: 10,
    protocol: 'udp',
    direction: 'both',
    offeredBps: 1.8e9,
  },
  probes: [
    {
      from: drbd.ends[0],
      to: drbd.ends[1],
      ipBytes: 9000,
      sent: 3,
      received: 0,
      complaint: evil,
      port: null,
    },
  ],
  documents: { client: run('client', `{"title":"${evil}"}`), server: run('server', '{}') },
  series: { sender: [series('eth2'), series(evil)], receiver: [series('eth2')] },
  spread: {
    kind: 'uneven',
    why: evil,
    planned: [{ port: name('eth2'), streams: 2 }],
    forecast: [{ port: name('eth2'), forecastPercent: 100, countedPercent: 50 }],
    agrees: false,
  },
  surroundings: {
    sender: {
      kernel: evil,
      interfaces: [
        { name: name('eth2'), driver: evil, offloads: { tso: true, gso: false, gro: null } },
        { name: name('sync0'), driver: null, offloads: null },
      ],
    },
    receiver: null,
  },
};

function viewOf(result: Partial<TestResult> = {}, change: Partial<TestView> = {}): TestView {
  const judgement = { ...fakeTest.judgement, ceilingSentence: `two ports: ${evil}` };
  return { ...fakeTest, judgement, result: { ...fakeTest.result, ...result }, ...change };
}

const full = testPage(
  viewOf(whole, { findings: [finding, { ...finding, source: `https://x" onclick="${evil}` }] }),
  at,
);

const empty = new Set(['meta', 'link', 'img', 'br', 'hr', 'input']);

const tags = /<!doctype html>|<\/?[a-z][a-z0-9]*(?:\s+[a-zA-Z][\w:-]*="[^"<>]*")*\s*\/?>/g;

/** What is wrong with how the tags of a document nest; null where nothing is. */
function misnested(page: string): string | null {
  const open: string[] = [];
  for (const [tag, slash, word = '', closed] of page.matchAll(
    /<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*?)?(\/?)>/gi,
  )) {
    if (slash === '' && (closed === '/' || empty.has(word))) continue;
    if (slash === '') open.push(word);
    else if (open.pop() !== word) return `${tag} closes nothing`;
  }
  return open.length === 0 ? null : `${open.join(', ')} stay open`;
}

describe('a page', () => {
  test.each([
    ['of a whole test', full],
    [
      'of a test of which nothing is known',
      testPage(viewOf({ run: null, ports: { sender: [], receiver: [] } }), at),
    ],
    ['of a test that failed', testPage(viewOf({ run: { ok: false, fault: 'busy', message: evil } }), at)],
  ])('%s is well-formed', (_name, page) => {
    expect(misnested(page)).toBeNull();
    // Whatever looks like a tag is one: every other bracket was escaped.
    expect(page.replace(tags, '').match(/<.{0,80}/)).toBeNull();
    expect(page).not.toMatch(/NaN|Infinity|undefined|\[object/);
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page).toMatch(/<html lang="en">[\s\S]*<title>[^<]+<\/title>/);
  });

  test('asks nobody for anything', () => {
    const requests = [
      ...full.matchAll(/\s(src|href|srcset|data|action|poster|background|xlink:href)="([^"]*)"/g),
    ];
    expect(requests.map(([, attribute, target]) => `${attribute} ${target}`)).toEqual([
      `href ${finding.source}`,
    ]);
    expect(full).not.toMatch(/url\(|@import|<script|<link|<iframe|<object|<form/i);
    expect(full).toContain('http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;');
  });

  test('escapes whatever came from outside', () => {
    expect(full).not.toContain('<img');
    expect(full).not.toMatch(/\son[a-z]+="/);
    expect(full).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
  });

  test('says the verdict, both percentages, and how the ceiling comes about', () => {
    const page = testPage(viewOf(), at);
    expect(page).toContain(
      '1.96 Gbit/s received: 99.0 % of what this configuration can do, 99.0 % of what the hardware can.',
    );
    expect(page).toContain('<td>99.0 % of 1.98 Gbit/s</td>');
    expect(page).toContain('<th scope="row">how the ceiling comes about</th><td>two ports: &lt;script&gt;');
    expect(page).toContain(`<time datetime="${at}">${at}</time>`);
  });

  test('says what failed', () => {
    const { judgement } = fakeTest;
    const verdicts = [{ expectation: 'pathMtu', held: 'no', sentence: 'the path MTU is not 9000' }] as const;
    const page = testPage(viewOf({}, { judgement: { ...judgement, verdicts, passed: false } }), at);
    expect(page).toContain('<p class="verdict">The path MTU is not 9000.</p>');
    expect(page).toContain('<h1>drbd: <span class="bad">failed</span></h1>');
  });

  test('shows both ends over time, the way back of a run both ways, and the same numbers as tables', () => {
    for (const title of [
      'alpha/sync0 sends',
      'beta/sync0 receives',
      'beta/sync0 sends',
      'alpha/sync0 receives',
    ])
      expect(full).toContain(`>${title}</text>`);
    expect(full.match(/<figure>/g)).toHaveLength(2);
    expect(full.match(/<figcaption>/g)).toHaveLength(2);
    expect(full).toContain('<caption>Readings of alpha/sync0</caption>');
    expect(full.match(/<table>/g)?.length).toBe(full.match(/<caption>/g)?.length);
  });

  test('of a document that was too large to travel says what it was', () => {
    const truncated = { bytes: 9_000_000, sha256: 'abc' };
    const client = { ...run('client', ''), truncated };
    expect(testPage(viewOf({ documents: { client, server: null } }), at)).toContain(
      'too large to travel: 9000000 bytes, SHA-256 <code>abc</code>',
    );
  });
});
