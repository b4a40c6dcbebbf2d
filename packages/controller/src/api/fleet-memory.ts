import type { LinkName, RolloutId } from '@bondctl/proto/model/names';
import type { RolloutView } from '@bondctl/proto/model/view';
import { backgroundOf, type Gathered, type Touched, touchedBy } from '../record/fleet-background.ts';
import type { Background } from '../record/fleet-view.ts';
import { healFacts } from '../record/heal-facts.ts';
import type { HostRow } from '../store/ports.ts';
import type { Parts } from './ports.ts';
import { heldMoments, newestRollouts, rolloutSight, rolloutsInStatus } from './sight.ts';

/** What the store knows of the fleet; hosts by name. */
export interface FleetKnowledge {
  readonly members: readonly HostRow[];
  readonly background: Background;
}

type KnowledgeParts = Pick<Parts, 'store' | 'recorder'>;

/** So many facts since the last look: then everything is read again. */
const factsAtMost = 500;

const everything: readonly Touched[] = (['hosts', 'revision', 'held', 'healing'] as const).map((what) => ({
  what,
}));

/** What the store knows, kept in memory: a look reads what was recorded since the last one, and what that made old. */
export class FleetMemory {
  readonly #parts: KnowledgeParts;
  #last: Promise<unknown> = Promise.resolve();
  #afterId: number | undefined;
  #now: FleetKnowledge | undefined;
  #members: readonly HostRow[] = [];
  #revision: Gathered['revision'];
  #held: Gathered['held'] = [];
  #healing: Gathered['healing'] = [];
  /** Oldest first. */
  readonly #rollouts = new Map<RolloutId, RolloutView>();
  readonly #percents = new Map<LinkName, number | null>();

  constructor(parts: KnowledgeParts) {
    this.#parts = parts;
  }

  /** What is true now. Throws what the store throws; the next look reads everything again then. */
  look(): Promise<FleetKnowledge> {
    const turn = this.#last.then(() => this.#look());
    this.#last = turn.catch(() => {
      this.#afterId = undefined;
    });
    return turn;
  }

  async #look(): Promise<FleetKnowledge> {
    const touched = await this.#touched();
    if (this.#now !== undefined && touched.size === 0) return this.#now;
    for (const one of touched.values()) await this.#read(one);
    await this.#readPercents();
    this.#now = {
      members: this.#members,
      background: backgroundOf({
        revision: this.#revision,
        rollouts: [...this.#rollouts.values()].toReversed(),
        held: this.#held,
        healing: this.#healing,
        percents: this.#percents,
      }),
    };
    return this.#now;
  }

  async #touched(): Promise<ReadonlyMap<string, Touched>> {
    const { recorder } = this.#parts;
    const facts =
      this.#afterId === undefined ? [] : await recorder.list({ afterId: this.#afterId, limit: factsAtMost });
    if (this.#afterId === undefined || facts.length === factsAtMost) return byName(await this.#anew());
    this.#afterId = facts.at(-1)?.id ?? this.#afterId;
    return byName(facts.flatMap(({ fact }) => touchedBy(fact)));
  }

  /** The newest fact is asked for first, so that none falls between it and what is read. */
  async #anew(): Promise<readonly Touched[]> {
    const [newest] = await this.#parts.recorder.list({ limit: 1, newestFirst: true });
    this.#afterId = newest?.id ?? 0;
    this.#percents.clear();
    this.#rollouts.clear();
    for (const one of (await newestRollouts(this.#parts)).toReversed()) this.#rollouts.set(one.id, one);
    return everything;
  }

  async #read(touched: Touched): Promise<void> {
    const { store, recorder } = this.#parts;
    switch (touched.what) {
      case 'hosts':
        this.#members = (await store.identity.hosts())
          .filter((row) => row.removedUnixMs === null)
          .toSorted((a, b) => (a.host < b.host ? -1 : 1));
        break;
      case 'revision':
        this.#revision = await store.rollouts.latestRevision();
        break;
      case 'held':
        this.#held = await heldMoments(this.#parts);
        break;
      case 'healing':
        // Few clusters heal, and these facts are many.
        this.#healing = (this.#revision?.spec.heal ?? []).length === 0 ? [] : await healFacts(recorder);
        break;
      case 'rollout':
        await this.#readRollout(touched.rollout);
        break;
      case 'test':
        this.#percents.delete(touched.link);
        break;
      default:
        touched satisfies never;
    }
  }

  async #readRollout(id: RolloutId): Promise<void> {
    const row = await this.#parts.store.rollouts.rollout(id);
    if (row !== undefined) this.#rollouts.set(id, await rolloutSight(this.#parts, row));
    const surplus = [...this.#rollouts.keys()].slice(0, -rolloutsInStatus);
    for (const old of surplus) this.#rollouts.delete(old);
  }

  /** All in one query: at the first look there may be thousands. */
  async #readPercents(): Promise<void> {
    const links = (this.#revision?.spec.links ?? []).map((link) => link.name);
    const named = new Set(links);
    for (const name of this.#percents.keys()) if (!named.has(name)) this.#percents.delete(name);
    if (links.every((name) => this.#percents.has(name))) return;
    const newest = new Map((await this.#parts.store.tests.newestOfLinks()).map((one) => [one.link, one]));
    for (const name of links) this.#percents.set(name, newest.get(name)?.percentOfConfiguration ?? null);
  }
}

const byName = (touched: readonly Touched[]): ReadonlyMap<string, Touched> =>
  new Map(touched.map((one) => [Object.values(one).join(' '), one]));
