import { describe, expect, test } from 'vitest';
import type { CommandResult, Commands, Files } from './ports.ts';
import { createTimers } from './systemd-timers.ts';

const ended = (code: number, stderr = ''): CommandResult => ({
  ending: { kind: 'code', code },
  stdout: '',
  stderr,
});
const late: CommandResult = { ending: { kind: 'timeout' }, stdout: '', stderr: '' };

/** Programs that answer as told, and what was asked of them. */
function commandsWith(answers: Readonly<Record<string, CommandResult>>): {
  readonly commands: Commands;
  readonly asked: string[];
} {
  const asked: string[] = [];
  const commands: Commands = {
    async run(_label, argv) {
      asked.push(argv.join(' '));
      return await Promise.resolve(answers[argv[0]] ?? ended(0));
    },
  };
  return { commands, asked };
}

const filesWith = (names: readonly string[]): Files =>
  ({ list: async () => await Promise.resolve(names) }) as unknown as Files;

const timersWith = (answers: Readonly<Record<string, CommandResult>> = {}) => {
  const { commands, asked } = commandsWith(answers);
  return { timers: createTimers({ commands, files: filesWith([]) }), asked };
};

const name = 'bondctl-restore-tx_V1StGXR8Z5';
const start = (timers: ReturnType<typeof createTimers>) =>
  timers.start('timer', name, ['/usr/bin/node', 'agent.mjs', 'restore'], { inMs: 60_000.2 });

test('the start is one command with the exact program, its unit and a deadline in milliseconds', async () => {
  const { timers, asked } = timersWith();
  await start(timers);
  expect(asked).toEqual([
    `systemd-run --quiet --collect --no-ask-password --unit=${name} --on-active=60001ms ` +
      '--timer-property=AccuracySec=100ms -- /usr/bin/node agent.mjs restore',
  ]);
});

describe('a start that fails', () => {
  test.each([
    ['refused', ended(1, 'Failed to start transient timer unit: Access denied'), 'Access denied'],
    ['not answered', late, 'no answer in time'],
    ['not installed', { ...late, ending: { kind: 'notFound' } } as CommandResult, 'not installed'],
  ])('%s: says why, and leaves no timer behind', async (_how, answer, why) => {
    const { timers, asked } = timersWith({ 'systemd-run': answer, systemctl: ended(5) });
    await expect(start(timers)).rejects.toThrow(why);
    expect(asked.at(-1)).toBe(`systemctl --quiet --no-ask-password stop ${name}.timer`);
  });
});

test('a timer that is not there is stopped already; any other answer is an error', async () => {
  await timersWith({ systemctl: ended(5, `Unit ${name}.timer not loaded.`) }).timers.stop('stop', name);
  await expect(timersWith({ systemctl: ended(4) }).timers.stop('stop', name)).rejects.toThrow(
    `The timer ${name} could not be stopped: exit code 4.`,
  );
});

test('systemd is the init where its folder is', async () => {
  const { commands } = commandsWith({});
  const found = (names: readonly string[]) =>
    createTimers({ commands, files: filesWith(names) }).present('present');
  expect([await found(['netif', 'system']), await found(['netif']), await found([])]).toEqual([
    true,
    false,
    false,
  ]);
});
