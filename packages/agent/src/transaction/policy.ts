import type { IfName } from '@bondctl/proto/model/names';

/** The host owner's word on changes, from agent.yaml. */
export interface ChangePolicy {
  /** Names or patterns with `*` of the interfaces that may be changed; null allows all. */
  readonly interfaces: readonly string[] | null;
}

function matches(pattern: string, name: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return pattern === name;
  if (!name.startsWith(first)) return false;
  const last = rest.pop() ?? '';
  let at = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.length >= at + last.length && name.endsWith(last);
}

/** True when the host owner lets this interface be changed. */
export const mayChange = (policy: ChangePolicy, name: IfName): boolean =>
  policy.interfaces === null || policy.interfaces.some((pattern) => matches(pattern, name));
