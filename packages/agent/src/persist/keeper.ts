import { desiredName, type NamedDesire } from '@bondctl/proto/model/bond';
import { BondctlError } from '@bondctl/proto/model/error';
import type { HostState } from '@bondctl/proto/model/host';
import type { BondKept } from '@bondctl/proto/model/kept';
import type { Tx } from '@bondctl/proto/model/transaction';
import { complaint, succeeded } from '../kernel/command-result.ts';
import type { Clock, Commands, Files, HostReader } from '../kernel/ports.ts';
import type { Keeping } from '../transaction/keeping.ts';
import { choose, type Sight } from './choose.ts';
import type { Format, FormatTexts, Rendering, TextFile } from './format.ts';
import { noteIfstate } from './ifstate.ts';
import { type Draft, draftOf, outlookOf, writtenOf } from './outlook.ts';
import { overlaysOf } from './overlays.ts';
import { type FileChange, place, resumePlacing } from './place.ts';
import { type RereadAct, rereading } from './reread.ts';
import { readSight } from './sight.ts';
import { readOverlays } from './texts.ts';

/** What files are kept with. */
export interface KeeperParts {
  readonly files: Files;
  readonly commands: Commands;
  readonly reader: HostReader;
  readonly clock: Clock;
  readonly stateDir: string;
  readonly formats: readonly Format[];
  readonly log: (sentence: string) => void;
}

/** netplan's generators, and a daemon that is asked over D-Bus on a host that is busy. */
const rereadTimeoutMs = 30_000;

const words = (thrown: unknown): string => BondctlError.from(thrown).message;

/** The texts as they are once a rendering is placed: the next bond may stand in the same file. */
function after(texts: readonly TextFile[], { files, removed }: Rendering): readonly TextFile[] {
  const gone = new Set([...removed, ...files.map(({ path }) => path)]);
  return [...texts.filter(({ path }) => !gone.has(path)), ...files];
}

const withRendering = (formats: readonly FormatTexts[], draft: Draft): readonly FormatTexts[] =>
  formats.map((one) =>
    one.format === draft.chosen.format ? { ...one, texts: after(one.texts, draft.rendering) } : one,
  );

interface Drafted {
  readonly drafts: readonly Draft[];
  readonly nowhere: readonly BondKept[];
  readonly formats: readonly FormatTexts[];
}

/** The files of all bonds of a transaction, one after the other. */
function draftAll(sight: Sight, desired: readonly NamedDesire[]): Drafted {
  const [drafts, nowhere]: [Draft[], BondKept[]] = [[], []];
  let { formats } = sight;
  for (const desire of desired) {
    const choice = choose({ ...sight, formats }, desire);
    const draft = draftOf(sight.state, desire, choice);
    if (choice.kind === 'nowhere')
      nowhere.push({ kind: 'notKept', bond: desiredName(desire), why: choice.why });
    if (draft === null) continue;
    drafts.push(draft);
    formats = withRendering(formats, draft);
  }
  return { drafts, nowhere, formats };
}

/** What differs between the files as they are and as they shall be. */
function changesBetween(
  before: readonly FormatTexts[],
  formats: readonly FormatTexts[],
): readonly FileChange[] {
  return before.flatMap(({ format, texts }) => {
    const now = formats.find((one) => one.format === format)?.texts ?? texts;
    const textAt = (all: readonly TextFile[], path: string) =>
      all.find((one) => one.path === path)?.text ?? null;
    const paths = [...new Set([...texts, ...now].map(({ path }) => path))];
    return paths
      .map((path) => ({ path, before: textAt(texts, path), after: textAt(now, path), mode: format.mode }))
      .filter((change) => change.before !== change.after);
  });
}

/** Tells the program that reads a format; its words when that went wrong. */
async function reread(parts: KeeperParts, draft: Draft, before: HostState): Promise<string | null> {
  const acts = rereading[draft.chosen.format.backend].acts(writtenOf(before, draft));
  for (const act of acts) {
    const why = await carryOut(parts, act);
    if (why !== null) parts.log(why);
    if (why !== null) return why;
  }
  return null;
}

/** What went wrong, in words; null when nothing did. */
async function carryOut({ commands, files }: KeeperParts, act: RereadAct): Promise<string | null> {
  if (act.do === 'note') {
    await noteIfstate(files, act.bond, act.isUp);
    return null;
  }
  const { argv } = act;
  const result = await commands.run(`reread:${argv[0]}`, argv, { timeoutMs: rereadTimeoutMs });
  return succeeded(result) ? null : `\`${argv.join(' ')}\` failed: ${complaint(result)}`;
}

function keptAs(draft: Draft, formats: readonly FormatTexts[], unread: string | null): BondKept {
  const { format } = draft.chosen;
  const bond = desiredName(draft.desire);
  const texts = formats.find((one) => one.format === format)?.texts ?? [];
  const files = texts.filter((one) => format.described([one]).has(bond)).map(({ path }) => path);
  const { untilReboot } = draft.rendering;
  return { kind: 'inFiles', bond, backend: format.backend, files, untilReboot, unread };
}

/** The host with its owners as they were: for the change itself NetworkManager may have let go of ports. */
function ownedAs(before: HostState, state: HostState): HostState {
  const ownerOf = (name: string) => before.interfaces.find((one) => one.name === name)?.owner;
  return {
    ...state,
    interfaces: state.interfaces.map((one) => ({ ...one, owner: ownerOf(one.name) ?? one.owner })),
  };
}

async function keep(parts: KeeperParts, tx: Tx, before: HostState): Promise<readonly BondKept[]> {
  const sight = await readSight(parts, ownedAs(before, await parts.reader.state('keep')));
  const { drafts, nowhere, formats } = draftAll(sight, tx.desired);
  try {
    await place(parts, tx.id, parts.clock.unixMs(), changesBetween(sight.formats, formats));
  } catch (thrown) {
    parts.log(`The files of ${tx.id} are not written: ${words(thrown)}`);
    const lost = drafts.map(
      ({ desire }): BondKept => ({ kind: 'notKept', bond: desiredName(desire), why: words(thrown) }),
    );
    return [...lost, ...nowhere];
  }
  const kept: BondKept[] = [];
  for (const draft of drafts) kept.push(keptAs(draft, formats, await reread(parts, draft, before)));
  return [...kept, ...nowhere];
}

async function outlook(
  parts: KeeperParts,
  ...asked: Parameters<Keeping['outlook']>
): ReturnType<Keeping['outlook']> {
  const [state, desired, touched] = asked;
  const sight = await readSight(parts, state);
  const seen = outlookOf(sight, desired, touched);
  const changed = new Set(seen.steps.flatMap(({ step }) => step.files));
  const texts = sight.formats.flatMap((one) => one.texts).filter(({ path }) => changed.has(path));
  const over = changed.size === 0 ? [] : overlaysOf(await readOverlays(parts.files), texts);
  return { ...seen, notes: [...seen.notes, ...over] };
}

/** A file that cannot be written now is tried at the next start; the agent is needed for more than that. */
async function resume(parts: KeeperParts): Promise<void> {
  try {
    await resumePlacing(parts);
  } catch (thrown) {
    parts.log(`Files that were half written still are: ${words(thrown)}`);
  }
}

/** Keeps confirmed bonds in the files of whatever owns them. */
export function createKeeping(parts: KeeperParts): Keeping {
  return {
    outlook: (...asked) => outlook(parts, ...asked),
    keep: (tx, before) => keep(parts, tx, before.state),
    resume: () => resume(parts),
  };
}
