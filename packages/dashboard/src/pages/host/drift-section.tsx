import type { DriftView } from '@bondctl/proto/model/view';
import { Age } from '../../parts/age.tsx';
import { Section } from '../../parts/page.tsx';
import { Table } from '../../parts/table.tsx';

/** What the kernel holds that differs from what was confirmed; nothing where nothing does. */
export function DriftSection({ drift }: { readonly drift: readonly DriftView[] }) {
  if (drift.length === 0) return null;
  return (
    <Section title="Drift">
      {drift.map(({ bond, sinceUnixMs, differences, sentence }) => (
        <div key={bond} class="drift">
          <p>
            <strong>{bond}</strong> {sentence}{' '}
            <span class="soft">
              since <Age atUnixMs={sinceUnixMs} />
            </span>
          </p>
          <Table
            caption={`Drift of ${bond}`}
            columns={[{ head: 'setting' }, { head: 'confirmed' }, { head: 'found' }]}
            rows={differences.map(({ path, wanted, found }) => ({
              key: path,
              cells: [
                <code key="path">{path}</code>,
                <code key="wanted">{wanted}</code>,
                <strong key="found">
                  <code>{found}</code>
                </strong>,
              ],
            }))}
          />
        </div>
      ))}
    </Section>
  );
}
