import { useLocation } from 'preact-iso';
import { Page } from '../../parts/page.tsx';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { path } = useLocation();
  return (
    <Page title="Nothing here">
      <p>
        There is no page at <code>{path}</code>. A link or host that was removed has none either.
      </p>
      <p>
        <a href="/">See the fleet</a>
      </p>
    </Page>
  );
}
