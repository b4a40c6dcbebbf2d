import type { AdoptView } from '@bondctl/proto/model/adopt';
import type { CommandOutcome } from '@bondctl/proto/model/command';
import type { Described } from '@bondctl/proto/model/described';
import { BondctlError } from '@bondctl/proto/model/error';
import type { HostId } from '@bondctl/proto/model/names';
import { failure, type Result, success } from '@bondctl/proto/model/result';
import type { Agents } from '../hub/ports.ts';
import type { IdentityStore, RolloutStore } from '../store/ports.ts';
import { adopted, bondsOf, found } from './adopted.ts';
import { facing } from './facing.ts';
import { networksOf } from './networks.ts';
import { notProbed, type Probed, probeNetwork } from './probed.ts';
import type { Allowance, ReachDeps } from './reach.ts';
import type { HostSeen } from './seen.ts';

/** What adoption needs of the controller. */
export interface AdoptionDeps extends ReachDeps {
  readonly agents: Pick<Agents, 'ask' | 'presence' | 'report'>;
  readonly hosts: Pick<IdentityStore, 'hosts'>;
  readonly revisions: Pick<RolloutStore, 'latestRevision'>;
}

/** Which hosts; null: all. Whether links may be looked for with probes. */
export interface AdoptWish {
  readonly hosts: readonly string[] | null;
  readonly probe: boolean;
}

/** Writes the spec of what is there. Changes nothing. Throws BondctlError `not-found`, `unreachable`. */
export type Adopt = (wish: AdoptWish) => Promise<AdoptView>;

const describeMs = 10_000;
const atOnce = 16;
const mostProbes = 32;
/** Whoever waits for the answer hears nothing meanwhile. */
const probingMs = 35_000;

/** Adoption over a controller's agents and stores. */
export const createAdoption =
  (deps: AdoptionDeps): Adopt =>
  async (wish) => {
    const names = await chosenHosts(deps, wish.hosts);
    const hosts = await seenHosts(deps, names);
    if (hosts.length === 0)
      throw new BondctlError(
        'unreachable',
        'None of these hosts has reported; look at their agents and repeat.',
      );
    const all = found(hosts);
    const shown = facing(bondsOf(all));
    const { segments, notes } = await probed(deps, networksOf(bondsOf(all), shown), wish.probe);
    const silent = names.filter((host) => !hosts.some((one) => one.host === host));
    const missing = silent.map(
      (host) => `${host} has not reported since this controller started, so it is left out.`,
    );
    const unreached = names.filter((host) => !isConnectedTo(deps, host));
    return adopted(all, [...shown, ...segments], [...missing, ...notes], unreached);
  };

/** A suspect one may still answer. */
const isConnectedTo = ({ agents }: AdoptionDeps, host: HostId): boolean =>
  ['connected', 'suspect'].includes(agents.presence(host));

async function chosenHosts({ hosts }: AdoptionDeps, asked: AdoptWish['hosts']): Promise<readonly HostId[]> {
  const members = (await hosts.hosts()).filter((row) => row.removedUnixMs === null).map(({ host }) => host);
  const stranger = asked?.find((name) => !members.some((host) => host === name));
  if (stranger !== undefined)
    throw new BondctlError('not-found', `There is no host called "${stranger}"; see "bondctl hosts".`);
  return members.filter((host) => asked === null || asked.includes(host)).toSorted();
}

/** What is known of each host that has reported, with what its files say. */
async function seenHosts(deps: AdoptionDeps, names: readonly HostId[]): Promise<readonly HostSeen[]> {
  const accepted = (await deps.revisions.latestRevision())?.spec.hosts ?? [];
  const seen: HostSeen[][] = [];
  const queue = [...names.entries()];
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [position, host] = next;
      const labels = accepted.find(({ id }) => id === host)?.labels ?? {};
      seen[position] = await seenHost(deps, host, labels);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return seen.flat();
}

async function seenHost(deps: AdoptionDeps, host: HostId, labels: HostSeen['labels']): Promise<HostSeen[]> {
  const report = deps.agents.report(host);
  if (report === undefined) return [];
  const isConnected = isConnectedTo(deps, host);
  const files = isConnected ? await described(deps, host) : failure('it is not connected');
  return [{ host, labels, report, isConnected, files }];
}

async function described({ agents, ids }: AdoptionDeps, host: HostId): Promise<Result<Described, string>> {
  try {
    return filesOf(await agents.ask(host, ids.command(), { kind: 'describe' }, describeMs));
  } catch (thrown) {
    return failure(BondctlError.from(thrown).message.replace(/\.$/, ''));
  }
}

function filesOf(outcome: CommandOutcome): Result<Described, string> {
  if (outcome.kind === 'described') return success({ bonds: outcome.bonds, problems: outcome.problems });
  if (outcome.kind === 'failed') return failure(outcome.message);
  if (outcome.kind !== 'refused') return failure(`it answered "${outcome.kind}"`);
  if (outcome.code === 'unsupported') return failure('its agent is too old to read them; upgrade it');
  return failure(
    outcome.refusals.map(({ message }) => message.replace(/\.$/, '')).join('; ') || outcome.code,
  );
}

async function probed(
  deps: AdoptionDeps,
  networks: ReturnType<typeof networksOf>,
  isWanted: boolean,
): Promise<Probed> {
  if (!isWanted) return { segments: [], notes: networks.map(notProbed) };
  const allowance: Allowance = { left: mostProbes, endByMs: deps.clock.monotonicMs() + probingMs };
  const all: Probed[] = [];
  for (const network of networks) all.push(await probeNetwork(deps, network, allowance));
  return { segments: all.flatMap((one) => one.segments), notes: all.flatMap((one) => one.notes) };
}
