import type { HostView } from '@bondctl/proto/model/view';
import type { ComponentChildren } from 'preact';
import { counted } from '../../look/figures.ts';
import { Age } from '../../parts/age.tsx';

/** Who a host is, when it was heard, and what it is doing. */
export function HostFacts({ host }: { readonly host: HostView }) {
  const { transaction, unknownLines } = host;
  return (
    <>
      {host.presence !== 'connected' && (
        <p class="stale">
          <strong>
            The host is {host.presence}
            {host.lastSeenUnixMs !== null && (
              <>
                ; it was heard <Age atUnixMs={host.lastSeenUnixMs} />
              </>
            )}
            .
          </strong>{' '}
          What is shown of it is what it said last.
        </p>
      )}
      <dl class="facts">
        <Fact name="Last heard">
          {host.lastSeenUnixMs === null ? 'not yet' : <Age atUnixMs={host.lastSeenUnixMs} />}
        </Fact>
        <Fact name="Agent">{host.agentVersion ?? 'unknown'}</Fact>
        <Fact name="Kernel">{host.kernel ?? 'unknown'}</Fact>
        <Fact name="iperf3">
          {host.iperf3Version ?? (host.kernel === null ? 'unknown' : 'not installed')}
        </Fact>
        <Fact name="Joined">
          <Age atUnixMs={host.enrolledUnixMs} />
        </Fact>
        <Fact name="Transaction">
          {transaction === null ? 'none in hand' : `${transaction.phase} (${transaction.id})`}
        </Fact>
      </dl>
      {unknownLines.length > 0 && (
        <details>
          <summary>
            {counted(unknownLines.length, 'line')} of the driver that the agent does not understand
          </summary>
          <pre>{unknownLines.join('\n')}</pre>
        </details>
      )}
    </>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
