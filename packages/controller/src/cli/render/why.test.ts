import { expect, test } from 'vitest';
import { answer, drifting, rollout, wayBack } from '../../../../../test/fakes/fake-why.ts';
import { plain } from './paint.ts';
import { renderWhy } from './why.ts';

test('a host that drifts reads like this', () => {
  expect(renderWhy(answer({ a: drifting, plan: wayBack }), plain)).toMatchInlineSnapshot(`
    "alpha: connected, committed revision 3
      sync0
        revision 3 wants: balance-rr; ports eth2, eth3; mtu 9000; miimon 100; 10.9.0.1/24
        found: balance-rr; ports eth2, eth3; mtu 9000; miimon 0; 10.9.0.1/24
        drift: sync0.options.miimon is 0, confirmed was 100 (for 12 s)
      next step: set miimon of sync0 from 0 to 100

    Next: Look at "bondctl plan" (1 step), then go it with "bondctl apply".
    "
  `);
});

test('a link that is blocked reads like this', () => {
  const failed = rollout({ state: 'needsPerson', why: 'beta did not answer' });
  expect(
    renderWhy(answer({ subject: 'drbd', b: undefined, rollouts: [failed] }), plain),
  ).toMatchInlineSnapshot(`
    "alpha: connected, committed revision 3
      sync0
        revision 3 wants: balance-rr; ports eth2, eth3; mtu 9000; miimon 100; 10.9.0.1/24
        found: balance-rr; ports eth2, eth3; mtu 9000; miimon 100; 10.9.0.1/24
    beta: lost, committed revision 3
      sync0
        revision 3 wants: balance-rr; ports eth2, eth3; mtu 9000; miimon 100; 10.9.0.1/24
        found: unknown
    drbd: last test passed: alpha/sync0 to beta/sync0 holds what was expected
    A PERSON IS NEEDED: ro_fake12345: beta did not answer (for 30 s)
    blocked: beta: It is not connected; what is shown is what it said last. (for 5 s)

    Next: Look at "bondctl rollout show ro_fake12345" and at the hosts it names, then apply again.
    "
  `);
});
