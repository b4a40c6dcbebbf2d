import type { ConfigKey } from '../packages/agent/src/config.ts';

const opening = `# The word of this host's owner. No controller can change it; what it does not allow is refused by name.
# As shipped, all keys are comments and the defaults that they show are in force. After a change:
# systemctl restart bondctl-agent
`;

/** The agent.yaml that a package ships: every key as a comment, with its default and what it means. */
export function agentYaml(keys: readonly ConfigKey[]): string {
  let open: readonly string[] = [];
  const parts = keys.map(({ key, byDefault, meaning }) => {
    const path = key.split('.');
    const name = path.pop() ?? key;
    const heads = path
      .map((one, depth) => (open[depth] === one ? '' : `#${'  '.repeat(depth)}${one}:\n`))
      .join('');
    const blank = path.length === 0 || heads !== '' ? '\n' : '';
    open = path;
    const indent = '  '.repeat(path.length);
    return `${blank}${heads}# ${indent}# ${meaning}\n#${indent}${name}: ${byDefault}\n`;
  });
  return opening + parts.join('');
}
