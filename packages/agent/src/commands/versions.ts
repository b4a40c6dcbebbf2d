/** The first thing in a program's output that looks like a version, or its first line. */
export function parseVersion(output: string): string {
  const line =
    output
      .split('\n')
      .find((text) => /\d/.test(text))
      ?.trim() ?? 'no version told';
  return /\d+(?:\.\d+)+[\w.+-]*/.exec(line)?.[0] ?? line.slice(0, 60);
}
