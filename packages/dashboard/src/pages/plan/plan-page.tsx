import { BondctlError, type Mistake } from '@bondctl/proto/model/error';
import type { PlanView } from '@bondctl/proto/model/view';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { whyNotApply } from '../../look/plan-words.ts';
import { type SpecSource, sourceWords, specSource } from '../../look/spec-text.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Page } from '../../parts/page.tsx';
import { useSpecText } from '../../state/spec-text.ts';
import { useWhyNotChange, useWorld } from '../../state/world.ts';
import { ApplyDialog } from './apply-dialog.tsx';
import { Editor } from './editor.tsx';
import { Planned } from './planned.tsx';

/** How the last question for a plan went. */
type Asked =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'planned'; readonly plan: PlanView; readonly text: string }
  | { readonly kind: 'wrong'; readonly sentence: string; readonly mistakes: readonly Mistake[] };

/** A spec, what applying it would do, and applying it. */
export function PlanPage() {
  const source = specSource(useLocation().query);
  // Another source is another page: nothing of the old one stays.
  return (
    <Page title="Plan" kicker={sourceWords(source)}>
      <PlanOf key={JSON.stringify(source)} source={source} />
    </Page>
  );
}

function PlanOf({ source }: { readonly source: SpecSource }) {
  const spec = useSpecText(source);
  const { asked, plan } = usePlan();
  const [isApplying, setIsApplying] = useState(false);
  const whyNotChange = useWhyNotChange();
  const { file, text } = spec;
  const isAutomatic = source.kind !== 'accepted' && spec.isLoaded;
  const planNow = useRef(() => {});
  planNow.current = () => void plan(file, text);
  // Who comes to undo something wants to see what that does.
  useEffect(() => {
    if (isAutomatic) planNow.current();
  }, [isAutomatic]);

  const planned = asked.kind === 'planned' ? asked : null;
  const whyNot = whyNotApply({
    plan: planned?.plan ?? null,
    planned: planned?.text ?? null,
    text,
    whyNotChange,
  });
  return (
    <>
      <div class="controls">
        <ActionButton
          tone={whyNot === null ? 'plain' : 'main'}
          onAct={() => void plan(file, text)}
          whyNot={whyNotPlan(asked, text)}
        >
          Plan
        </ActionButton>
        <ActionButton
          tone={whyNot === null ? 'main' : 'plain'}
          onAct={() => setIsApplying(true)}
          whyNot={whyNot}
        >
          Apply ...
        </ActionButton>
        <p class="soft" role="status">
          {statusOf(asked, text)}
        </p>
      </div>
      <div class="planning">
        <Editor spec={spec} mistakes={asked.kind === 'wrong' ? asked.mistakes : []} />
        <div class="planned">
          {asked.kind === 'wrong' && asked.mistakes.length === 0 && (
            <p class="form-error">{asked.sentence}</p>
          )}
          {planned !== null && <Planned plan={planned.plan} isOld={planned.text !== text} />}
          {planned === null && asked.kind !== 'wrong' && (
            <p class="soft">
              "Plan" asks every host what it would do and changes nothing. What would change stands here.
            </p>
          )}
        </div>
      </div>
      {isApplying && planned !== null && (
        <ApplyDialog
          plan={planned.plan}
          spec={{ file, text }}
          onApplied={spec.forget}
          onClose={() => setIsApplying(false)}
        />
      )}
    </>
  );
}

/** Asks for plans; an answer to an older question is nobody's. */
function usePlan() {
  const { clients } = useWorld();
  const [asked, setAsked] = useState<Asked>({ kind: 'nothing' });
  const latest = useRef(0);
  async function plan(file: string, text: string) {
    latest.current += 1;
    const mine = latest.current;
    setAsked({ kind: 'asking' });
    const answer = await clients.calls.plan({ file, text }).then(
      (view): Asked => ({ kind: 'planned', plan: view, text }),
      (thrown: unknown): Asked => {
        const { message, mistakes } = BondctlError.from(thrown);
        return { kind: 'wrong', sentence: message, mistakes };
      },
    );
    if (mine === latest.current) setAsked(answer);
  }
  return { asked, plan };
}

function whyNotPlan(asked: Asked, text: string): string | null {
  if (asked.kind === 'asking') return 'The hosts are being asked. Wait for their answers.';
  return text.trim() === '' ? 'Write a spec first, or drop a file here.' : null;
}

function statusOf(asked: Asked, text: string): string {
  switch (asked.kind) {
    case 'nothing':
      return '';
    case 'asking':
      return 'Asking every host ...';
    case 'planned':
      return asked.text === text ? 'Planned; nothing was changed.' : 'The text was changed after this plan.';
    case 'wrong':
      return asked.mistakes.length === 0 ? 'It could not be planned.' : 'The text has mistakes.';
    default:
      return asked satisfies never;
  }
}
