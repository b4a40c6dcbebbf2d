import type { Attention } from '@bondctl/proto/model/view';
import { counted } from '../../look/figures.ts';

const shownFirst = 5;

/** What waits for a person, before everything else. */
export function AttentionList({ attention }: { readonly attention: readonly Attention[] }) {
  if (attention.length === 0) return null;
  const rest = attention.slice(shownFirst);
  return (
    <section class="attention" aria-label="Waits for a person">
      <h2>
        <span aria-hidden="true">! </span>
        {counted(attention.length, 'thing waits', 'things wait')} for a person
      </h2>
      <Sentences of={attention.slice(0, shownFirst)} />
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <Sentences of={rest} />
        </details>
      )}
    </section>
  );
}

const Sentences = ({ of }: { readonly of: readonly Attention[] }) => (
  <ul>
    {of.map(({ subject, sentence }) => (
      <li key={`${subject} ${sentence}`}>
        <strong>{subject}</strong> {sentence}
      </li>
    ))}
  </ul>
);
