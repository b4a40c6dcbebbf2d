/** What decides where things are kept: the user's number, their environment and their home. */
export interface Surroundings {
  readonly uid: number;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The folder of a controller that root runs. */
export const systemStateFolder = '/var/lib/bondctl';

/** The file name of the API's socket inside the state folder. */
export const socketName = 'controller.sock';

/** Where a controller keeps everything when nobody says otherwise. */
export function defaultStateFolder({ uid, home, env }: Surroundings): string {
  if (uid === 0) return systemStateFolder;
  const state = env['XDG_STATE_HOME'];
  return `${state === undefined || !state.startsWith('/') ? `${home}/.local/state` : state}/bondctl`;
}

/** Where the CLI looks for a controller, in this order: the user's own, then the machine's. */
export const defaultSockets = (surroundings: Surroundings): readonly string[] =>
  [...new Set([defaultStateFolder(surroundings), systemStateFolder])].map(
    (folder) => `${folder}/${socketName}`,
  );

/** The header in which a local client says which user it runs as. */
export const userHeader = 'x-bondctl-user';
