/** A share of a whole, 0 to 100, as a bar; the text beside it says it too. */
export const Bar = ({
  percent,
  tone = 'plain',
  hasLimit = false,
}: {
  readonly percent: number;
  readonly tone?: 'plain' | 'ok' | 'degraded';
  /** Whether its end is a limit, which is drawn. */
  readonly hasLimit?: boolean;
}) => (
  <div class={`bar${hasLimit ? ' bar-limit' : ''}`} aria-hidden="true">
    <i class={`fill fill-${tone}`} style={{ width: `${Math.min(100, percent)}%` }} />
  </div>
);
