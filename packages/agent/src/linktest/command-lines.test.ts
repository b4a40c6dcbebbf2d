import { type RunParameters, tcpForth } from '@bondctl/proto/model/linktest';
import { describe, expect, test } from 'vitest';
import { type IperfVersion, readVersion } from '../parse/iperf3-json.ts';
import { clientArgv, serverArgv } from './command-lines.ts';

const versions = [
  '3.7',
  '3.9',
  '3.10.1',
  '3.11',
  '3.12',
  '3.13',
  '3.14',
  '3.16',
  '3.17',
  '3.18',
  '3.19.1',
  '3.20',
  '3.21',
  '3.22',
];
const versionOf = (text: string): IperfVersion =>
  readVersion(`iperf ${text} (cJSON 1.7.15)`) ?? { text, major: 3, minor: 0 };

/** The minor version that brought a flag (the option tables of all of iperf3's tags); what is older than 3.7 is not here. */
const newer: Readonly<Record<string, number>> = {
  '--bidir': 7,
  '--server-bitrate-limit': 9,
  '--idle-timeout': 10,
  '--rcv-timeout': 10,
  '--bind-dev': 10,
  '--dont-fragment': 10,
  '--snd-timeout': 12,
  '--json-stream': 17,
  '--use-pkcs1-padding': 17,
  '--cntl-ka': 19,
  '--skip-rx-copy': 19,
  '--server-max-duration': 20,
  '--gsro': 21,
};
const older = [
  '-s',
  '-1',
  '-J',
  '-p',
  '-B',
  '-c',
  '-t',
  '-i',
  '-P',
  '-u',
  '-b',
  '--connect-timeout',
  '--cport',
];

const way = { peer: '10.9.0.2', port: 20_111, address: '10.9.0.1', sourcePort: 11_000 };
const four: RunParameters = { streams: 4, seconds: 10, ...tcpForth };
const datagrams = { protocol: 'udp', offeredBps: 1e9 } as const;
const runs: readonly RunParameters[] = [
  four,
  { ...four, direction: 'both' },
  { ...four, ...datagrams },
  { ...four, ...datagrams, direction: 'both' },
];
const client = 'iperf3 -c 10.9.0.2 -p 20111 -B 10.9.0.1 -t 10 -i 1 -J --connect-timeout 3000 -P 4';

describe.each(versions)('iperf3 %s', (text) => {
  const version = versionOf(text);
  const lines = [
    serverArgv(version, '10.9.0.2', 20_111),
    ...runs.map((run) => clientArgv(version, way, run)),
  ];

  test('gets no flag that is newer than it', () => {
    const flags = lines.flat().filter((word) => /^--?[a-z1]/i.test(word));
    expect(flags.filter((flag) => !older.includes(flag) && (newer[flag] ?? 99) > version.minor)).toEqual([]);
  });

  test('serves once, and gives up by itself where that works', () => {
    const idle = version.minor >= 11 ? ' --idle-timeout 20' : '';
    const silent = version.minor >= 10 ? ' --rcv-timeout 10000' : '';
    expect(lines[0]?.join(' ')).toBe(`iperf3 -s -1 -J -p 20111 -B 10.9.0.2${idle}${silent}`);
  });

  test('sends from the chosen ports, datagrams at a rate per stream', () => {
    const ports = version.minor >= 12 ? ' --cport 11000' : '';
    expect(lines.slice(1).map((line) => line.join(' '))).toEqual([
      `${client} --cport 11000`,
      `${client}${ports} --bidir`,
      `${client} --cport 11000 -u -b 250000000`,
      `${client}${ports} --bidir -u -b 250000000`,
    ]);
  });
});

test('where no source port was chosen the kernel does', () => {
  expect(clientArgv(versionOf('3.12'), { ...way, sourcePort: null }, four).join(' ')).toBe(client);
});

test('a probe is held to its rate, all streams together, and a measurement is not', () => {
  const held = { ...four, class: 'probe', seconds: 1, offeredBps: 10_000_001 } as const;
  expect(clientArgv(versionOf('3.12'), way, held).join(' ')).toContain(' -b 2500000');
  expect(clientArgv(versionOf('3.12'), way, { ...held, class: 'measure' })).not.toContain('-b');
});
