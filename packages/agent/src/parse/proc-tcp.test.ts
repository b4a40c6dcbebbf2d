import { describe, expect, test } from 'vitest';
import { holdsSocket, listeningInodes } from './proc-tcp.ts';

const head =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';
const rest = '00000000:00000000 00:00000000 00000000     0        0';
const tcp = `${head}   0: 0100090A:4E8F 00000000:0000 0A ${rest} 271 1 0000000013e06f87 100 0 0 10 0
   1: 0100090A:4E8F 0200090A:C001 01 ${rest} 300 1 0000000013e06f88 100 0 0 10 0
   2: 0100090A:01BB 00000000:0000 0A ${rest} 301 1 0000000013e06f89 100 0 0 10 0
`;
const tcp6 = `${head}   0: 000080FE00000000FFF35E4C372DF1FE:4E90 00000000000000000000000000000000:0000 0A ${rest} 297 1 00 100
`;

describe('who listens', () => {
  test.each([
    ['a listening socket', tcp, 0x4e8f, ['271']],
    ['IPv6', tcp6, 0x4e90, ['297']],
    ['a low port keeps its zero', tcp, 443, ['301']],
    ['nobody', tcp, 5201, []],
    ['no text', '', 5201, []],
    ['garbage', 'sl 1 2 0A\n::: : 0A\n', 5201, []],
  ])('%s', (_name, text, port, inodes) => {
    expect(listeningInodes(text, port)).toEqual(inodes);
  });

  test('only a socket among the open files of the process counts', () => {
    expect(holdsSocket(['/dev/null', 'socket:[271]'], ['271'])).toBe(true);
    expect(holdsSocket(['socket:[2710]'], ['271'])).toBe(false);
    expect(holdsSocket(['socket:[271]'], [])).toBe(false);
  });
});
