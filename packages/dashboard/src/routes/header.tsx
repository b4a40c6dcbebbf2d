import { useLocation } from 'preact-iso';
import { connectionWords } from '../look/connection.ts';
import { Choice } from '../parts/choice.tsx';
import { HealthMark } from '../parts/health-mark.tsx';
import { type Theme, themes } from '../state/theme.ts';
import { useWorld } from '../state/world.ts';
import { pageTable } from './table.ts';

/** What stands above every page: where one can go, how current everything is, and who is signed in. */
export function Header() {
  const { path } = useLocation();
  return (
    <header class="top">
      <a class="brand" href="/">
        <span class="brand-name">bondctl</span>
      </a>
      <nav aria-label="Pages" class="nav">
        {pageTable
          .filter(({ nav }) => nav !== null)
          .map((row) => (
            <a key={row.path} href={row.path} aria-current={isAt(path, row.path) ? 'page' : undefined}>
              {row.nav}
            </a>
          ))}
      </nav>
      <div class="top-end">
        <Currency />
        <ThemeChoice />
        <Who />
      </div>
    </header>
  );
}

const isAt = (path: string, page: string): boolean =>
  page === '/' ? path === '/' : path === page || path.startsWith(`${page}/`);

function Currency() {
  const { live, now } = useWorld();
  const connection = live.connection.value;
  // The seconds are for the eyes: read out each time, they would drown everything else.
  return (
    <p class={`currency currency-${connection.kind}`}>
      <HealthMark health={connection.kind === 'live' ? 'ok' : 'unknown'} />
      <span aria-hidden="true">{connectionWords(connection, now.value)}</span>
      <span class="unseen" role="status">
        {connection.kind === 'lost' ? 'The controller does not answer.' : connection.kind}
      </span>
    </p>
  );
}

const themeWords: Readonly<Record<Theme, string>> = { system: 'Auto', light: 'Light', dark: 'Dark' };

function ThemeChoice() {
  const { theme } = useWorld();
  return (
    <Choice
      label="Colours"
      choices={themes.map((value) => ({ value, text: themeWords[value] }))}
      chosen={theme.value}
      onChoose={(chosen) => {
        theme.value = chosen;
      }}
    />
  );
}

function Who() {
  const { session } = useWorld();
  const now = session.session.value;
  if (now.kind !== 'in') return null;
  return (
    <div class="who">
      <span>
        {now.view.operator} <span class="soft">{now.view.rights === 'change' ? 'may change' : 'reads'}</span>
      </span>
      <button type="button" class="button" onClick={() => void session.signOut()}>
        Sign out
      </button>
    </div>
  );
}
