import type { ComponentChildren } from 'preact';
import type { Loaded } from '../state/resource.ts';
import { Age } from './age.tsx';

/** Why there is nothing to see, and what helps. */
export const Empty = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ComponentChildren;
}) => (
  <div class="empty">
    <p class="empty-title">{title}</p>
    {children}
  </div>
);

/**
 * Draws what was loaded. Before that it says that it is loading; where a later question failed, what is there stays and says
 * how old it is and why there is nothing newer.
 */
export function Shown<T>({
  of,
  what,
  children,
}: {
  readonly of: Loaded<T>;
  /** What is loaded, in a sentence: "the plan". */
  readonly what: string;
  readonly children: (value: T) => ComponentChildren;
}) {
  const { value, atUnixMs, error } = of;
  if (value === null || atUnixMs === null)
    return error === null ? (
      <p class="loading" role="status">
        Loading {what} ...
      </p>
    ) : (
      <Empty title={`There is no seeing ${what} now.`}>
        <p>{error.message}</p>
      </Empty>
    );
  return (
    <>
      {error !== null && (
        <p class="stale" role="status">
          <strong>
            Not current: {what} as of <Age atUnixMs={atUnixMs} isOurs />.
          </strong>{' '}
          {error.message}
        </p>
      )}
      {children(value)}
    </>
  );
}
