import { hostname } from 'node:os';
import { BondctlError } from '@bondctl/proto/model/error';
import { configPath, readConfig } from '../config-file.ts';
import { joinCommand } from '../uplink/join.ts';
import { type Finished, readArguments } from './arguments.ts';
import { openMachine } from './machine.ts';

/** What `bondctl-agent join --help` prints. */
export const help = `bondctl-agent join URL --token T --ca-pin P [--name HOST] [--config FILE]

Enrols this host with the controller whose enrolment listener is at URL (https://controller:7441). \`bondctl token create\`
prints the whole line.

  --token T       the one-time token
  --ca-pin P      the fingerprint of the controller's own CA: 64 hex digits
  --name HOST     the name this host shall have; its hostname otherwise`;

/** Carries out `join`. */
export async function run(args: readonly string[]): Promise<Finished> {
  const { values, positionals } = readArguments(
    'join',
    args,
    {
      token: { type: 'string' },
      'ca-pin': { type: 'string' },
      name: { type: 'string', default: hostname().split('.')[0]?.toLowerCase() ?? '' },
      config: { type: 'string', default: configPath },
    },
    true,
  );
  const [url, ...rest] = positionals;
  const { token, 'ca-pin': caPin, name: host } = values;
  if (url === undefined || token === undefined || caPin === undefined || rest.length > 0) {
    throw new BondctlError(
      'bad-input',
      'join needs one URL, --token and --ca-pin. See `bondctl-agent join --help`.',
    );
  }
  const { files, clock } = openMachine();
  const { stateDir } = await readConfig(files, values.config);
  const joined = await joinCommand({ url, token, caPin, host }, { files, clock, stateDir });
  return {
    text: `${joined.host} has joined ${joined.hubUrl}. Start the agent: systemctl enable --now bondctl-agent`,
    exitCode: 0,
  };
}
