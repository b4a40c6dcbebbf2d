import type { Mistake } from '@bondctl/proto/model/error';
import { useId, useRef, useState } from 'preact/hooks';
import { counted } from '../../look/figures.ts';
import { rangeAt, specLines } from '../../look/spec-text.ts';
import { HealthMark } from '../../parts/health-mark.tsx';
import type { SpecText } from '../../state/spec-text.ts';

const leastLines = 16;

/** The text of a spec with its lines numbered, and its mistakes beside it; a file can be opened or dropped. */
export function Editor({
  spec,
  mistakes,
}: {
  readonly spec: SpecText;
  readonly mistakes: readonly Mistake[];
}) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [isOver, setIsOver] = useState(false);
  const list = useId();
  const lines = specLines(spec.text, mistakes);

  async function open(file: File | undefined) {
    if (file !== undefined) spec.write(await file.text(), file.name);
  }
  function show(mistake: Mistake) {
    area.current?.focus();
    area.current?.setSelectionRange(...rangeAt(spec.text, mistake));
  }

  return (
    <section
      class={`editor${isOver ? ' editor-over' : ''}`}
      aria-label="Spec"
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        void open(event.dataTransfer?.files[0]);
      }}
    >
      <EditorHead file={spec.file} onFile={open} />
      {spec.why !== null && <p class="soft">{spec.why}</p>}
      <div class="editor-frame">
        <ol class="gutter" aria-hidden="true">
          {lines.map(({ line, mistakes: wrong }) => (
            <li key={line} class={wrong.length > 0 ? 'is-wrong' : undefined}>
              {line}
            </li>
          ))}
        </ol>
        <textarea
          ref={area}
          class="spec"
          aria-label="Text of the spec"
          aria-invalid={mistakes.length > 0}
          aria-describedby={mistakes.length > 0 ? list : undefined}
          spellcheck={false}
          autocomplete="off"
          wrap="off"
          rows={Math.max(leastLines, lines.length + 1)}
          value={spec.text}
          onInput={(event) => spec.write(event.currentTarget.value)}
        />
      </div>
      {mistakes.length > 0 && <Mistakes mistakes={mistakes} id={list} onPlace={show} />}
    </section>
  );
}

const EditorHead = ({
  file,
  onFile,
}: {
  readonly file: string;
  readonly onFile: (file: File | undefined) => Promise<void>;
}) => (
  <header class="editor-head">
    <h2>{file}</h2>
    <label class="button file">
      Open a file
      <input type="file" class="unseen" onChange={(event) => void onFile(event.currentTarget.files?.[0])} />
    </label>
    <span class="soft">or drop it here</span>
  </header>
);

const Mistakes = ({
  mistakes,
  id,
  onPlace,
}: {
  readonly mistakes: readonly Mistake[];
  readonly id: string;
  readonly onPlace: (mistake: Mistake) => void;
}) => (
  <div class="mistakes" id={id} role="alert">
    <h3>{counted(mistakes.length, 'mistake')}; nothing was planned.</h3>
    <ul>
      {mistakes.map((mistake) => (
        <li key={`${mistake.line}:${mistake.column} ${mistake.message}`}>
          <HealthMark health="down" />
          <button type="button" class="place" onClick={() => onPlace(mistake)}>
            line {mistake.line}, column {mistake.column}
          </button>
          <span>{mistake.message}</span>
        </li>
      ))}
    </ul>
  </div>
);
