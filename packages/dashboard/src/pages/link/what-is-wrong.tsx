import { formatEnd } from '@bondctl/proto/model/names';
import type { LinkView } from '@bondctl/proto/model/view';
import { HealthMark } from '../../parts/health-mark.tsx';

/** What is wrong with a link, in sentences; nothing where nothing is. */
export function WhatIsWrong({ link }: { readonly link: LinkView }) {
  const sentences = [
    ...link.ends.flatMap(({ host, name, bond, presence }) => {
      const end = formatEnd({ host, bond: name });
      if (presence !== 'connected') return [`${end}: the host is ${presence}; what is shown of it is old`];
      if (bond === null) return [`${end}: the host shows no such bond`];
      return bond.sentence === '' ? [] : [`${end}: ${bond.sentence}`];
    }),
    ...link.disagreements.map((one) => `The ends disagree: ${one}`),
  ];
  if (sentences.length === 0) return null;
  return (
    <ul class="wrong" aria-label="What is wrong">
      {sentences.map((sentence) => (
        <li key={sentence}>
          <HealthMark health={link.health} />
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  );
}
