import type { DescribedBond } from '@bondctl/proto/model/described';
import type { BondName } from '@bondctl/proto/model/names';
import type { Remark } from '../spec/remarks.ts';
import type { HostSeen } from './seen.ts';

/** Where a bond of the kernel came from, and at each word what a file or an earlier confirmation says otherwise. */
export function sourceRemarks(seen: HostSeen, bond: BondName): readonly Remark[] {
  const { host, report, files } = seen;
  const described = files.ok ? files.value.bonds.filter((one) => one.bond === bond) : [];
  const sentences = [
    ...(files.ok ? [keptSentence(described)] : []),
    ...(report.state.controlPath.includes(bond) ? [controlSentence] : []),
  ];
  return [
    ...sentences.map((sentence) => ({ host, bond, at: '', sentence })),
    ...described.flatMap((one) => departures(seen, one)),
    ...confirmations(seen, bond),
  ];
}

const controlSentence =
  'carries the connection to the controller: no change touches it without `allowControlPath: true`';

function keptSentence(described: readonly DescribedBond[]): string {
  const files = described.flatMap(({ file }) => (file === null ? [] : [`${file.path} (${file.backend})`]));
  return files.length === 0
    ? 'in no file: made by hand or by initramfs, and gone with the next reboot'
    : `kept by ${files.join(' and by ')}`;
}

/** `sync0.options.miimon` is about `options.miimon`. */
const wordOf = (bond: BondName, path: string): string =>
  path.startsWith(`${bond}.`) ? path.slice(bond.length + 1) : '';

function departures({ host }: HostSeen, { bond, file, differences }: DescribedBond): readonly Remark[] {
  return differences.map(({ path, wanted, found }) => {
    const at = wordOf(bond, path);
    const sentence = `${nameOf(at)} is ${found} in the kernel; ${file?.path ?? 'a file'} says ${wanted}`;
    return { host, bond, at, sentence };
  });
}

function confirmations({ host, report }: HostSeen, bond: BondName): readonly Remark[] {
  const drift = report.drift.filter((one) => one.bond === bond).flatMap((one) => one.differences);
  return drift.map(({ path, wanted, found }) => {
    const at = wordOf(bond, path);
    const what = at === '' ? path : nameOf(at);
    return { host, bond, at, sentence: `${what} is ${found} in the kernel; confirmed was ${wanted}` };
  });
}

const nameOf = (at: string): string => at.replace(/^options\./, '');

/** What of a host's files concerns no bond that is written. */
export function fileNotes({ host, report, files }: HostSeen): readonly string[] {
  if (!files.ok) return [`${host}: what its files say is not known: ${files.error}.`];
  const there = new Set(report.state.bonds.map(({ name }) => name));
  const absent = files.value.bonds.flatMap(({ bond, file }) =>
    there.has(bond) || file === null
      ? []
      : [`${host}/${bond}: only in ${file.path} (${file.backend}) and not in the kernel, so it is left out.`],
  );
  const unread = files.value.problems.map(
    ({ path, line, message }) => `${host}: ${path}:${line} could not be read: ${message}`,
  );
  return [...absent, ...unread];
}
