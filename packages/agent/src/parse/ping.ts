/** What `ping` (iputils) counted, and the first complaint of the kernel or a router. */
export interface PingCount {
  readonly sent: number;
  readonly received: number;
  readonly complaint: string | null;
}

const complaints = [
  /^ping: local error: (.+)$/,
  /(Frag(?:mentation)? needed.*)$/i,
  /(Packet too big.*)$/i,
  /^ping: (?!Warning)(.+)$/,
  /(Destination \S+ Unreachable.*)$/i,
];

/** Reads the output of `ping -c N`. Text without a summary counts as nothing sent. */
export function readPing(output: string): PingCount {
  const summary = /^(\d+) packets transmitted, (\d+) received/m.exec(output);
  return {
    sent: Number(summary?.[1] ?? 0),
    received: Number(summary?.[2] ?? 0),
    complaint: firstComplaint(output.split('\n')),
  };
}

/** Whether this ping took `-e` (iputils 20210202 on); from what it wrote to stderr when it was asked to. */
export const knowsIdentifier = (stderr: string): boolean => !/invalid option -- '?e'?$/m.test(stderr);

function firstComplaint(lines: readonly string[]): string | null {
  for (const line of lines)
    for (const pattern of complaints) {
      const found = pattern.exec(line.trim());
      if (found?.[1] !== undefined) return found[1];
    }
  return null;
}
