import type { HostId } from '@bondctl/proto/model/names';
import type { Disruption, PlannedStep } from '@bondctl/proto/model/step';
import type { ChangeSetView, PlanView } from '@bondctl/proto/model/view';
import { expect, test } from 'vitest';
import { disruptionsOf, planHeadline, wavesOfPlan, whyNotApply, worstOf } from './plan-words.ts';

const steps = (...all: readonly Disruption[]): readonly PlannedStep[] =>
  all.map((disruption) => ({
    step: { do: 'linkUp', device: 'sync0' as never },
    disruption,
    sentence: '',
    loses: [],
  }));

const set = (name: string, host: string, ...all: readonly Disruption[]): ChangeSetView => ({
  name,
  participants: [{ host: host as HostId, steps: steps(...all) }],
  proofs: [],
  witnesses: [],
  unproven: [],
  deadlineMs: 1,
});

const plan: PlanView = {
  digest: 'd',
  nothingToDo: false,
  changeSets: [set('a', 'alpha', 'none', 'port flap'), set('b', 'beta', 'bond rebuilt', 'bond down')],
  waves: [
    { canary: true, sets: ['a'] },
    { canary: false, sets: ['b'] },
  ],
  refusals: [],
  notes: [],
  remarks: [],
  text: '',
};
const refusals: PlanView['refusals'] = [
  { host: 'beta' as HostId, kind: 'refused', subject: 'eth0', message: 'no' },
];

test('the worst of some steps counts, and of none there is no disruption', () => {
  expect(worstOf(steps('port flap', 'bond rebuilt', 'bond down'))).toBe('bond rebuilt');
  expect(worstOf([])).toBe('none');
});

test('hosts stand worst first', () => {
  expect(disruptionsOf(plan)).toEqual([
    { set: 'b', host: 'beta', disruption: 'bond rebuilt' },
    { set: 'a', host: 'alpha', disruption: 'port flap' },
  ]);
});

test('waves have their change sets', () => {
  expect(wavesOfPlan(plan).map(({ wave, sets }) => [wave, sets.map(({ name }) => name)])).toEqual([
    [1, ['a']],
    [2, ['b']],
  ]);
});

test.each([
  [plan, '2 change sets on 2 hosts, in 2 waves.'],
  [{ ...plan, nothingToDo: true }, 'Nothing to do: the hosts already are what the spec says.'],
  [{ ...plan, nothingToDo: true, refusals }, 'Refused: nothing will be changed.'],
])('a plan in one sentence', (view, sentence) => {
  expect(planHeadline(view)).toBe(sentence);
});

const fine = { plan, planned: 'text', text: 'text', whyNotChange: null };

test.each([
  [fine, null],
  [{ ...fine, whyNotChange: 'grace may read only.' }, /^grace/],
  [{ ...fine, plan: null, planned: null }, /^Plan it first/],
  [{ ...fine, text: 'other' }, /^The text was changed/],
  [{ ...fine, plan: { ...plan, refusals } }, /^Hosts refuse/],
])('applying is possible, or says why it is not', (applying, why) => {
  if (why === null) expect(whyNotApply(applying)).toBeNull();
  else expect(whyNotApply(applying)).toMatch(why);
});
