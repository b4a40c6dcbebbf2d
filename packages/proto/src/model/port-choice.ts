import type { IfName } from './names.ts';

/** NICs that are found by what they are. What they are called does not matter. */
export type PortMatch =
  /** The permanent MAC address, lower-case and colon separated. */
  | { readonly mac: string }
  /** udev's ID_PATH; a `*` stands for any text. */
  | { readonly path: string }
  /** All the NICs of one kernel driver, which must be that many. */
  | { readonly driver: string; readonly count: number };

/** How people choose a port: by its name, or by what it is. */
export type PortChoice = IfName | PortMatch;

/** True for a port that is chosen by its name. */
export const isNamed = (choice: PortChoice): choice is IfName => typeof choice === 'string';

/** The ports that are chosen by name. */
export const namesAmong = (choices: readonly PortChoice[]): readonly IfName[] => choices.filter(isNamed);

/** How many ports these choices stand for. */
export const portCount = (choices: readonly PortChoice[]): number =>
  choices.reduce((sum, choice) => sum + (!isNamed(choice) && 'driver' in choice ? choice.count : 1), 0);

/** A choice in few words: `eth2`, `mac 02:00:00:00:00:01`, `path pci-0000:03:00.*`, `2 of driver e1000e`. */
export function choiceText(choice: PortChoice): string {
  if (isNamed(choice)) return choice;
  if ('mac' in choice) return `mac ${choice.mac}`;
  return 'path' in choice ? `path ${choice.path}` : `${choice.count} of driver ${choice.driver}`;
}
