import { ofTests, type Rule } from '../rule.ts';
import { figuresOf, rateFact } from '../traffic.ts';

/** Tests that say nothing of their link. */
export const tests = [
  {
    id: 'test-cannot-connect',
    severity: 'warning',
    source: 'https://software.es.net/iperf/invoking.html',
    explains: [],
    find: ofTests(({ result: { run, from, to } }) => {
      if (run === null || run.ok || run.fault !== 'cannot-connect') return null;
      return {
        cause: `iperf3 on ${from.host} could not connect to ${to.host}: its port is filtered, or nobody listened.`,
        evidence: [`iperf3 on ${from.host}: ${run.message}`],
        advice: `Let the test's ports pass the firewall of ${to.host} (nft list ruleset, iptables -S), and test again.`,
      };
    }),
  },
  {
    id: 'test-void',
    severity: 'warning',
    source: 'https://software.es.net/iperf/invoking.html',
    explains: [],
    find: ofTests(({ result: { run, from } }) => {
      if (run === null || run.ok || run.fault === 'cannot-connect') return null;
      return {
        cause: 'The run gave no figure, so nothing is known of the throughput.',
        evidence: [`iperf3 on ${from.host}: ${run.message}`],
        advice: 'Test again; a run that was broken off says nothing, neither good nor bad.',
      };
    }),
  },
  {
    id: 'rate-above-ceiling',
    severity: 'warning',
    source: 'https://software.es.net/iperf/faq.html',
    explains: [],
    find: ofTests((test) => {
      const { judgement, result } = test;
      const figures = figuresOf(test);
      // A shaper lets a first burst pass.
      const most = result.capacity.source !== 'unknown' && result.capacity.framing === 'shaped' ? 103 : 100.5;
      if (figures === null || (judgement.percentOfConfiguration ?? 0) <= most) return null;
      return {
        cause: 'More arrived than this configuration can carry: what is taken for its ceiling is wrong.',
        evidence: [rateFact(test, figures), `${result.parameters.seconds} s, MTU ${result.mtu}`],
        advice: 'Correct lineRate of the link, or measure for 10 s at least.',
      };
    }),
  },
] as const satisfies readonly Rule[];
