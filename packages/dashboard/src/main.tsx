import './style/tokens.css';
import './style/page.css';
import './style/parts.css';
import './style/tiles.css';
import './style/link.css';
import './style/rollout.css';
import './style/plan.css';
import './style/tests.css';
import './style/findings.css';
import { computed, effect, signal, untracked } from '@preact/signals';
import { render } from 'preact';
import { createClients } from './api/clients.ts';
import { App } from './routes/app.tsx';
import { createClock } from './state/clock.ts';
import { createLive } from './state/live.ts';
import { createSession } from './state/session.ts';
import { createTheme } from './state/theme.ts';
import { type World, WorldContext } from './state/world.ts';

const themeKey = 'bondctl-theme';

const clients = createClients(() => session.lost());
const session = createSession(() => clients.calls);
const world: World = {
  clients,
  session,
  now: createClock(new AbortController().signal),
  live: createLive(clients.until),
  theme: createTheme(localStorage.getItem(themeKey)),
  drafts: sessionStorage,
  title: signal('bondctl'),
};

const isSignedIn = computed(() => session.session.value.kind === 'in');

effect(() => {
  document.documentElement.dataset['theme'] = world.theme.value;
  localStorage.setItem(themeKey, world.theme.value);
});
effect(() => {
  document.title = world.title.value;
});
effect(() => {
  if (!isSignedIn.value) return;
  const stop = new AbortController();
  // Whatever it reads while it starts is no reason to start again.
  untracked(() => void world.live.run(stop.signal));
  return () => stop.abort();
});

const place = document.querySelector('#app');
if (place === null) throw new Error('The page has no place for the dashboard.');
void session.ask();
render(
  <WorldContext.Provider value={world}>
    <App />
  </WorldContext.Provider>,
  place,
);
