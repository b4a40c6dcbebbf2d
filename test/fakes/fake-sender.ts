import type { Fact } from '@bondctl/proto/model/event';
import type { AlertId } from '@bondctl/proto/model/names';
import type { Tried } from '../../packages/controller/src/alerts/delivery/queue.ts';
import { createSender } from '../../packages/controller/src/alerts/delivery/sender.ts';
import type { Post } from '../../packages/controller/src/alerts/delivery/webhook.ts';
import type { Route } from '../../packages/controller/src/alerts/routes.ts';
import type { DeliveryRow } from '../../packages/controller/src/store/ports.ts';

const routeOf = (target: string): Route => ({
  target,
  severities: ['warning', 'critical'],
  rules: ['bondDown'],
  way: { kind: 'webhook', url: `http://${target}.example`, secret: null },
});
/** A delivery that was not tried yet. */
export const rowOf = (id: string, target = 'pager', alert = `alert_${id}`): DeliveryRow => ({
  ...{
    id,
    target,
    alert: alert as AlertId,
    told: 'raised',
    body: `body of ${id}`,
    createdUnixMs: 0,
    atUnixMs: 0,
  },
  ...{ tries: 0, outcome: 'waiting', error: null },
});
/** A receiver that takes nothing now. */
export const no: Tried = { ok: false, why: 'it answered 500', isFinal: false };
/** A receiver that takes it. */
export const yes: Tried = { ok: true };

/** A sender whose receivers answer as they are told, and whose clock jumps to whatever is waited for. */
export function senderWorld(
  answer: (post: Post) => Tried | Promise<Tried>,
  stored: readonly DeliveryRow[] = [],
) {
  let nowUnixMs = 0;
  const rows = new Map(stored.map((row) => [`${row.target} ${row.id}`, row]));
  const facts: Fact[] = [];
  const sent: string[] = [];
  let alarm: (() => void) | null = null;
  const sender = createSender({
    routes: [routeOf('pager'), routeOf('mail')],
    store: {
      waiting: async () => [...rows.values()].filter(({ outcome }) => outcome === 'waiting'),
      saveDelivery: async (row) => void rows.set(`${row.target} ${row.id}`, row),
    },
    record: async (fact) => facts.push(fact),
    clock: {
      nowUnixMs: () => nowUnixMs,
      after(delayMs, callback) {
        alarm = () => {
          nowUnixMs += delayMs;
          callback();
        };
        return () => {
          alarm = null;
        };
      },
    },
    send: async (_way, post) => {
      sent.push(post.id);
      return answer(post);
    },
    random: () => 1,
    deadlineMs: 10_000,
    log: { error: () => undefined },
  });
  /** Lets everything happen that waits for nobody. */
  const settled = async () => {
    for (let quiet = 0; quiet < 5; quiet += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      const ring = alarm;
      if (ring === null) continue;
      alarm = null;
      ring();
      quiet = -1;
    }
  };
  return { sender, rows, facts, sent, settled, nowUnixMs: () => nowUnixMs };
}
