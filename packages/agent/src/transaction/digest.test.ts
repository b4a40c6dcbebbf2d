import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digest } from './digest.ts';

/** The same in big integers, as the definition has it. */
function byDefinition(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at++)
    hash = ((hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(16).padStart(16, '0');
}

test('is FNV-1a in 64 bits, for every text', () => {
  expect(digest('')).toBe('cbf29ce484222325');
  expect(digest('a')).toBe('af63dc4c8601ec8c');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(digest(text)).toBe(byDefinition(text));
    }),
  );
});
