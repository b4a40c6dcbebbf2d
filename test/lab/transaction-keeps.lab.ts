// lab: --hosts 2 --nics 2 --timeout 400
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { host } from '@bondctl/lab/inside/host';
import { settledPicture } from '@bondctl/lab/inside/picture';
import { comparePictures, type Picture } from '@bondctl/lab/inside/picture-compare';
import type { BondMode } from '@bondctl/proto/model/mode';
import type { PlannedStep } from '@bondctl/proto/model/step';
import { drive, isDriver } from './transaction-drive.ts';
import {
  alpha,
  bond,
  change,
  looksLike,
  newTx,
  noWatchdogs,
  phaseOf,
  present,
  transact,
} from './transaction-host.ts';

const mac = '02:bd:00:00:00:99';

/** A bond that carries all that a bond can: a MAC address of its own, addresses, routes, a VLAN with the same, a bridge. */
const laden: readonly string[] = [
  // The driver shows the LACP rate in every mode, and keeps the one that was set last.
  `link add ${bond} type bond mode 802.3ad lacp_rate fast`,
  `link set ${bond} type bond mode active-backup miimon 100`,
  ...['eth1', 'eth2'].flatMap((port) => [`link set ${port} down`, `link set ${port} master ${bond}`]),
  `link set ${bond} address ${mac}`,
  `link set ${bond} up`,
  'link add lan0 type bridge forward_delay 0',
  `link set ${bond} master lan0`,
  // Left alone, a bridge reckons the cost from the speed that the bond had when its carrier last came.
  `link set ${bond} type bridge_slave cost 7`,
  'link set lan0 up',
  `link add link ${bond} name ${bond}.10 type vlan id 10`,
  `link set ${bond}.10 up`,
  ...[bond, `${bond}.10`, 'lan0'].flatMap((device, at) => [
    `addr add 10.9.${at}.1/24 dev ${device}`,
    `addr add fd00:${at + 1}::1/64 dev ${device}`,
    `route add 10.60.${at}.0/24 via 10.9.${at}.254 dev ${device} metric 7`,
    `route add fd00:6${at}::/48 via fd00:${at + 1}::fe dev ${device}`,
  ]),
];

const modes: readonly BondMode[] = ['balance-rr', '802.3ad', 'active-backup'];

/** What a mode says of itself and of its ports; everything else is compared. */
const modeOwn = [
  /^(proc|sysfs)\./,
  new RegExp(`^link\\.${bond}\\.linkinfo\\.info_data\\.`),
  /^link\.eth\d\.linkinfo\.info_slave_data\./,
  // A bond in a bridge listens to everything; which of its ports do too follows its mode.
  /^link\.eth\d\.(allmulti|promiscuity)$/,
  // The driver hands IPsec to the ports in active-backup alone (bond_set_xfrm_features).
  new RegExp(`^tuning\\.${bond}\\.(tx-)?esp-`),
];

const beyondMode = (was: Picture, is: Picture) =>
  comparePictures(was, is).filter(({ path }) => !modeOwn.some((own) => own.test(path)));

/** What a plan loses and does not put back by a later step. */
function lostForGood(steps: readonly PlannedStep[]): readonly string[] {
  const added = steps.flatMap(({ step }) => {
    if (step.do === 'addAddress') return [`${step.cidr} on ${step.device}`];
    return step.do === 'addRoute' ? [`route ${step.route} through ${step.device}`] : [];
  });
  return steps.flatMap(({ loses }) => loses).filter((one) => !added.includes(one));
}

// The same file is the test and, inside the host, the agent under test.
if (isDriver()) await drive();
else {
  let picture: Picture;

  before(async () => {
    await host('beta').ip(
      'link add peer type bond mode 802.3ad miimon 100 lacp_rate fast',
      ...['eth1', 'eth2'].flatMap((port) => [`link set ${port} down`, `link set ${port} master peer`]),
      'link set peer up',
    );
    await alpha.ip(...laden);
    picture = await settledPicture('alpha');
  });

  for (const mode of modes) {
    const desired = present({ mode, options: mode === '802.3ad' ? { lacp_rate: 'fast' } : {} });

    test(`a change of mode to ${mode} names what it loses for a moment, and puts all of it back`, async () => {
      const planned = await transact([{ kind: 'plan', desired }]);
      assert.ok(planned?.kind === 'planned', JSON.stringify(planned));
      assert.deepEqual(planned.plan.refusals, []);
      const loses = planned.plan.steps.flatMap((step) => step.loses);
      for (const lost of [`fd00:1::1/64 on ${bond}`, `fd00:2::1/64 on ${bond}.10`])
        assert.ok(loses.includes(lost), loses.join('; '));
      assert.ok(loses.some((lost) => lost.includes('10.60.1.0/24') && lost.endsWith(`${bond}.10`)));
      assert.deepEqual(lostForGood(planned.plan.steps), []);
    });

    test(`a change of mode to ${mode} keeps the MAC address, addresses, routes, VLANs and the bridge; so does its rollback`, async () => {
      const undone = newTx();
      const back = await transact([
        ...change(undone, desired),
        { kind: 'rollBack', tx: undone, why: 'the proof failed' },
      ]);
      assert.equal(phaseOf(back), 'rolledBack: the proof failed');
      await looksLike(picture, 'after the rollback');

      const kept = newTx();
      const committed = await transact([...change(kept, desired), { kind: 'confirm', tx: kept }]);
      assert.equal(phaseOf(committed), 'committed');
      const is = await settledPicture('alpha');
      const was = picture;
      picture = is;
      assert.deepEqual(beyondMode(was, is), []);
      assert.notDeepEqual(comparePictures(was, is), []);
      await noWatchdogs();
    });
  }
}
