import type { ComponentChildren } from 'preact';
import { useTitle } from '../state/world.ts';

/** A page: its heading, what stands beside it, and what it shows. The heading takes the focus when people come here. */
export function Page({
  title,
  kicker,
  aside,
  children,
}: {
  readonly title: string;
  readonly kicker?: ComponentChildren;
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  useTitle(`${title} - bondctl`);
  return (
    <>
      <header class="page-head">
        <div>
          {kicker !== undefined && <p class="kicker">{kicker}</p>}
          <h1 tabIndex={-1}>{title}</h1>
        </div>
        {aside !== undefined && <div class="page-aside">{aside}</div>}
      </header>
      {children}
    </>
  );
}

/** A part of a page under its own heading. */
export const Section = ({
  title,
  aside,
  children,
}: {
  readonly title: string;
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}) => (
  <section class="section" aria-label={title}>
    <div class="section-head">
      <h2>{title}</h2>
      {aside}
    </div>
    {children}
  </section>
);
