import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

/** A question that must be answered before anything else; Escape is no. Whatever had the focus before has it again after it. */
export function Dialog({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}) {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // Not an effect after painting: its end would come when the question is gone, and the focus with it.
  useLayoutEffect(() => {
    const dialog = box.current;
    const before = dialog?.ownerDocument.activeElement;
    dialog?.showModal();
    // Not the first button: a second Enter would answer what nobody has read.
    dialog?.querySelector('h2')?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={box}
      class="dialog"
      aria-labelledby={heading}
      // Not `close`: that also comes when whoever asked has got an answer and takes the question away.
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}
