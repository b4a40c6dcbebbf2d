import { useEffect, useRef } from 'preact/hooks';
import { LocationProvider, Route, Router, useLocation } from 'preact-iso';
import { NotFoundPage } from '../pages/not-found/not-found-page.tsx';
import { SignInPage } from '../pages/sign-in/sign-in-page.tsx';
import { useWorld } from '../state/world.ts';
import { Header } from './header.tsx';
import { StaleBanner } from './stale-banner.tsx';
import { pageTable } from './table.ts';

/** Links into the API are the browser's business. */
const ours = /^\/(?!v1\/|metrics)/;

/** The whole dashboard: whoever is signed in sees the page of the address, everybody else signs in, and the address stays. */
export function App() {
  const { session } = useWorld();
  const now = session.session.value;
  switch (now.kind) {
    case 'asking':
      return (
        <p class="loading" role="status">
          Asking the controller who you are ...
        </p>
      );
    case 'out':
      return <SignInPage why={now.why} />;
    case 'in':
      return (
        <LocationProvider scope={ours}>
          <Routed />
        </LocationProvider>
      );
  }
}

function Routed() {
  const { path, route } = useLocation();
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);
  useEffect(() => {
    // Who came by a link hears where they are now; a page that was opened leaves the focus where the browser puts it.
    if (before.current !== path) main.current?.querySelector('h1')?.focus();
    before.current = path;
    if (path === '/sign-in') route('/', true);
  }, [path, route]);
  return (
    <>
      <a class="skip" href="#main">
        Skip to the page
      </a>
      <Header />
      <StaleBanner />
      <main id="main" ref={main} tabIndex={-1}>
        <Router>
          {pageTable.map(({ path: at, page }) => (
            <Route key={at} path={at} component={page} />
          ))}
          <Route default component={NotFoundPage} />
        </Router>
      </main>
    </>
  );
}
