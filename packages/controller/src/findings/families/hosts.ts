import type { CpuLoad, Watched } from '@bondctl/proto/model/vitals';
import { firstOf } from '../facts.ts';
import { ofTests, type Rule } from '../rule.ts';
import { strangeFacts } from '../strangers.ts';
import { delaySymptoms, lossSymptoms } from '../symptoms.ts';
import { type EndVitals, figuresOf, isHeldUp, rateFact, watchedEnds } from '../traffic.ts';

const scaling = 'https://docs.kernel.org/networking/scaling.html';
const late = [...delaySymptoms, ...lossSymptoms, 'ring-overrun', 'port-drops', 'leg-delayed'] as const;

/** Hosts that are too busy for their link. */
export const hosts = [
  {
    id: 'traffic-of-others',
    severity: 'warning',
    source: 'https://docs.kernel.org/networking/statistics.html',
    explains: [
      ...['cpu-busy', 'softirq-on-one-cpu', 'softnet-dropped', 'softnet-squeezed'],
      ...['port-drops', 'port-limited', 'streams-went-elsewhere', 'rate-above-ceiling', 'leg-delayed'],
      ...delaySymptoms,
      ...lossSymptoms,
    ],
    find: ofTests((test) => {
      const facts = strangeFacts(test);
      if (facts.length === 0) return null;
      return {
        cause: 'The ports carried much more than the test sent: others used the link at the same time.',
        evidence: facts,
        advice: 'Test again when the link is quiet; "sar -n DEV 1" and "ss -ti" show who uses it.',
      };
    }),
  },
  {
    id: 'softirq-on-one-cpu',
    severity: 'warning',
    source: scaling,
    explains: ['cpu-busy', 'softnet-dropped', 'softnet-squeezed', ...late],
    find: ofTests((test) => {
      const end = isHeldUp(test) ? watchedEnds(test).find(isOneForAll) : undefined;
      const busiest = end?.vitals.cpus[0];
      if (end === undefined || busiest === undefined) return null;
      return {
        subject: { kind: 'host', host: end.host },
        cause: `One CPU of ${end.host} does the work of the network alone, the others are idle.`,
        evidence: [
          cpuFact(end, busiest),
          `all CPUs of ${end.host}: busy ${end.vitals.meanBusyPercent} % in the mean`,
        ],
        advice: 'Spread the queues of the cards over CPUs: irqbalance, ethtool -L or -X, or RPS.',
      };
    }),
  },
  {
    id: 'offloads-off',
    severity: 'warning',
    source: 'https://docs.kernel.org/networking/segmentation-offloads.html',
    explains: ['cpu-busy'],
    find: ofTests((test) => {
      const isBusy = watchedEnds(test).some(
        ({ vitals }) => (vitals.cpus[0]?.busyPercent ?? 0) >= busyPercent,
      );
      const facts = isHeldUp(test) && isBusy ? offFacts(test.result.surroundings) : [];
      if (facts.length === 0) return null;
      return {
        cause: 'A CPU is busy with what the card could do: its offloads are off.',
        evidence: firstOf(facts),
        advice: 'Switch them on (ethtool -K), and test again.',
      };
    }),
  },
  {
    id: 'cpu-busy',
    severity: 'warning',
    source: scaling,
    explains: ['softnet-dropped', 'softnet-squeezed', ...late],
    find: ofTests((test) => {
      const busy = watchedEnds(test).filter(
        ({ vitals }) => (vitals.cpus[0]?.busyPercent ?? 0) >= busyPercent,
      );
      const [first] = busy;
      const figures = figuresOf(test);
      if (first === undefined || figures === null || !isHeldUp(test)) return null;
      return {
        subject: { kind: 'host', host: first.host },
        cause: `A CPU of ${busy.map(({ host }) => host).join(' and of ')} was busy all the time: the host is the limit, not the link.`,
        evidence: [
          ...busy.flatMap((end) => end.vitals.cpus.slice(0, 1).map((cpu) => cpuFact(end, cpu))),
          rateFact(test, figures),
        ],
        advice: 'Look what else the CPU does (top, mpstat -P ALL 1), and test again when it is idle.',
      };
    }),
  },
  {
    id: 'softnet-dropped',
    severity: 'warning',
    source: scaling,
    explains: ['port-drops', ...lossSymptoms],
    find: ofTests((test) => {
      const full = watchedEnds(test).filter(({ vitals: { softnet, tcp } }) => {
        const packets = Math.max(tcp.inSegs ?? 0, tcp.outSegs ?? 0);
        return (softnet.dropped ?? 0) > Math.max(10, 0.001 * packets);
      });
      if (full.length === 0) return null;
      return {
        cause: `The kernel of ${full.map(({ host }) => host).join(' and of ')} had no room for packets that came.`,
        evidence: full.map(
          ({ host, vitals }) => `/proc/net/softnet_stat of ${host}: ${vitals.softnet.dropped} dropped`,
        ),
        advice: 'Raise net.core.netdev_max_backlog, and spread the work over CPUs (RPS).',
      };
    }),
  },
  {
    id: 'softnet-squeezed',
    severity: 'note',
    source: scaling,
    explains: [],
    find: ofTests((test) => {
      const many = 10 * Math.max(1, test.result.parameters.seconds);
      const short = watchedEnds(test).filter(({ vitals }) => (vitals.softnet.squeezed ?? 0) > many);
      if (short.length === 0 || !isHeldUp(test)) return null;
      return {
        cause: `The kernel of ${short.map(({ host }) => host).join(' and of ')} often had to stop before all packets were taken in.`,
        evidence: short.map(
          ({ host, vitals }) =>
            `/proc/net/softnet_stat of ${host}: squeezed ${vitals.softnet.squeezed} times`,
        ),
        advice: 'Raise net.core.netdev_budget and netdev_budget_usecs, and look at the CPU.',
      };
    }),
  },
] as const satisfies readonly Rule[];

/** iperf3 alone may keep a CPU of a small host half busy; all of it and a rate below the ceiling is a limit. */
const busyPercent = 95;
const softirqPercent = 90;

function isOneForAll({ vitals: { cpus, meanBusyPercent } }: EndVitals): boolean {
  const [busiest] = cpus;
  const isIdleElsewhere = cpus.length > 1 && meanBusyPercent !== null && meanBusyPercent < 50;
  return isIdleElsewhere && (busiest?.softirqPercent ?? 0) >= softirqPercent;
}

const cpuFact = ({ host }: EndVitals, { cpu, busyPercent: busy, softirqPercent: softirq }: CpuLoad): string =>
  `CPU ${cpu} of ${host}: busy ${busy} %${softirq === null ? '' : `, ${softirq} % for the network`}`;

/** A port without a device, as a veth, has nobody to leave the work to. */
function offFacts({ sender, receiver }: Watched['surroundings']): readonly string[] {
  return [sender, receiver].flatMap((end) =>
    (end?.interfaces ?? []).flatMap(({ name, driver, offloads }) => {
      const off = Object.entries(offloads ?? {}).flatMap(([key, on]) => (on === false ? [key] : []));
      return driver === null || off.length === 0 ? [] : [`ethtool -k ${name}: ${off.join(', ')} off`];
    }),
  );
}
