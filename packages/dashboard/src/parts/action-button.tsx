import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** What a button does, and why it does not: a sentence, or null where it does. */
export interface ActionProps {
  readonly onAct: () => void;
  readonly whyNot: string | null;
  readonly children: ComponentChildren;
  /** `danger` takes something back or apart; `main` is what most people came for. */
  readonly tone?: 'plain' | 'main' | 'danger';
}

/**
 * A button that says why it is disabled. It stays in the tab order then, so that whoever uses the keyboard or hears the page
 * gets to the reason too.
 */
export function ActionButton({ onAct, whyNot, children, tone = 'plain' }: ActionProps) {
  const why = useId();
  return (
    <span class="action">
      <button
        type="button"
        class={`button button-${tone}`}
        aria-disabled={whyNot !== null}
        aria-describedby={whyNot === null ? undefined : why}
        onClick={() => {
          if (whyNot === null) onAct();
        }}
      >
        {children}
      </button>
      {whyNot !== null && (
        <span class="action-why" role="note" id={why}>
          {whyNot}
        </span>
      )}
    </span>
  );
}
