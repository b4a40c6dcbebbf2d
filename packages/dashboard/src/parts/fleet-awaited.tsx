import { useWorld } from '../state/world.ts';
import { Empty } from './loading.tsx';

/** What stands where the fleet is not known yet: that it is asked for, or why it cannot be. */
export function FleetAwaited() {
  const connection = useWorld().live.connection.value;
  return connection.kind === 'lost' ? (
    <Empty title="There is no seeing the fleet now.">
      <p>{connection.why}</p>
    </Empty>
  ) : (
    <p class="loading" role="status">
      Loading the fleet ...
    </p>
  );
}
