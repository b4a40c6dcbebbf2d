import { Command, Option } from 'commander';
import type { Act } from './act.ts';
import { adopt } from './verbs/adopt.ts';
import { alerts } from './verbs/alerts.ts';
import { apply } from './verbs/apply.ts';
import { diagnose } from './verbs/diagnose.ts';
import { events } from './verbs/events.ts';
import { history } from './verbs/history.ts';
import { hosts } from './verbs/hosts.ts';
import { operator } from './verbs/operator.ts';
import { plan } from './verbs/plan.ts';
import { report } from './verbs/report.ts';
import { rollout } from './verbs/rollout.ts';
import { status } from './verbs/status.ts';
import { sweep } from './verbs/sweep.ts';
import { test } from './verbs/test.ts';
import { token } from './verbs/token.ts';
import { why } from './verbs/why.ts';

const about = `
What the two ends of a link shall be is written in one file; both ends change together, are proven with traffic, and
are kept only if the proof holds.

Exit codes: 0 done or nothing to do; 1 tried and failed; 2 bad input or usage; 3 controller or host not reached;
4 refused; 5 a person is needed.`;

/** The grammar of `bondctl`. `act` turns the work of a verb into what runs when the verb is typed. */
export function createProgram(version: string, act: Act): Command {
  const program = new Command('bondctl')
    .description('Change, prove and watch Linux bonds across a cluster.')
    .version(version)
    .option('--socket <PATH>', "the controller's socket (or BONDCTL_SOCKET)")
    .option('--url <URL>', 'a controller over the network, https://NAME:PORT (or BONDCTL_URL)')
    .option(
      '--ca <FILE>',
      "its CA, that is ca/ca.pem of its state folder (or BONDCTL_CA); default: the system's",
    )
    .option(
      '--token-file <FILE>',
      'the token for --url, in a file of mode 0600 (or BONDCTL_TOKEN_FILE, BONDCTL_TOKEN)',
    )
    .addOption(
      new Option('-o, --output <FORMAT>', 'what stdout gets')
        .choices(['table', 'json', 'yaml'])
        .default('table'),
    )
    .option('-y, --yes', 'answer every question with yes')
    .addHelpText('after', about)
    .configureHelp({ showGlobalOptions: true })
    .showSuggestionAfterError()
    .exitOverride();
  for (const verb of [
    adopt,
    plan,
    apply,
    status,
    why,
    diagnose,
    test,
    sweep,
    hosts,
    events,
    history,
    alerts,
    report,
    token,
    operator,
    rollout,
  ])
    verb(program, act);
  inherit(program);
  return program;
}

/** Settings of the program hold for every verb below it. */
function inherit(command: Command): void {
  for (const below of command.commands) {
    below.copyInheritedSettings(command);
    inherit(below);
  }
}
