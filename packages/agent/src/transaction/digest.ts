const prime = 0x100000001b3n;
const offset = 0xcbf29ce484222325n;
const mask = 0xffffffffffffffffn;

/**
 * FNV-1a of a text's UTF-16 code units, 64 bits as 16 hex digits: tells accidental damage and change, keeps out
 * nobody.
 */
export function digest(text: string): string {
  let hash = offset;
  for (let at = 0; at < text.length; at++) hash = ((hash ^ BigInt(text.charCodeAt(at))) * prime) & mask;
  return hash.toString(16).padStart(16, '0');
}
