import { configKeys } from './config.ts';
import { configPath } from './config-file.ts';

/** The agent's part of docs/configuration.md, written from the keys themselves. */
export function configMarkdown(): string {
  const rows = configKeys.map(
    ({ key, byDefault, meaning }) => `| \`${key}\` | \`${byDefault}\` | ${meaning} |`,
  );
  return `# Configuration

## The agent: ${configPath}

The word of the host's owner: no controller can change it, and what it does not allow is refused with exit code 4. An
agent without the file runs with the defaults. A file with mistakes is refused whole, each mistake with its line and column.

| key | default | meaning |
| --- | --- | --- |
${rows.join('\n')}

Written from \`packages/agent/src/config.ts\`; a test compares the two.
`;
}
