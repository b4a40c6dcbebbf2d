/** The pair as somebody at two shells sets it up and measures it: what bondctl is compared with. */
import { host } from '@bondctl/lab/inside/host';
import { eventually } from '@bondctl/lab/inside/wait';
import { names } from './pair.ts';

const [alpha, beta] = [host('alpha'), host('beta')];
const nics = ['eth1', 'eth2'] as const;
/** Outside the agents' own range, so that neither side is in the other's way. */
let nextPort = 6000;

/** Makes `sync0` anew on both hosts, and waits until they reach each other over it with whole packets. */
export async function madeByHand(bond: string, mtu: number): Promise<void> {
  for (const [at, name] of names.entries()) {
    await host(name).exec(['ip', 'link', 'del', 'sync0']);
    await host(name).ip(
      `link add sync0 type bond ${bond}`,
      ...nics.flatMap((nic) => [`link set ${nic} down`, `link set ${nic} master sync0`]),
      `link set sync0 up mtu ${mtu}`,
      `addr add 10.9.0.${at + 1}/24 dev sync0`,
    );
  }
  const whole = ['ping', '-c', '1', '-W', '1', '-M', 'do', '-s', String(mtu - 28), '10.9.0.2'];
  await eventually(async () => (await alpha.exec(whole)).code === 0, { timeoutMs: 60_000, everyMs: 300 });
}

/** One TCP stream from alpha to beta, in bit/s as received; the one-off server is waited for by looking, not by connecting. */
export async function measuredByHand(seconds: number): Promise<number> {
  const port = String(nextPort);
  nextPort += 1;
  const server = await beta.spawn(['iperf3', '-s', '-1', '-p', port, '-B', '10.9.0.2']);
  const listens = async () => (await beta.must(['ss', '-ltnH', `sport = :${port}`])).includes('LISTEN');
  await eventually(listens, { timeoutMs: 10_000, everyMs: 100 });
  const where = ['-c', '10.9.0.2', '-p', port, '-B', '10.9.0.1'];
  const text = await alpha.must(['iperf3', ...where, '-t', String(seconds), '-J'], { timeoutMs: 60_000 });
  await server.ended;
  const { end } = JSON.parse(text) as { end: { sum_received: { bits_per_second: number } } };
  return end.sum_received.bits_per_second;
}
