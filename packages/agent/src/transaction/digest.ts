// The prime is 2^40 + 0x1b3: times 2^40 is a shift by 8 from the low half of the hash into the high one.
const primeRest = 0x1b3;
const [offsetHigh, offsetLow] = [0xcbf29ce4, 0x84222325];

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');

/**
 * FNV-1a of a text's UTF-16 code units, 64 bits as 16 hex digits: tells accidental damage and change, keeps out
 * nobody. In two halves of 32 bits, because big integers take many times as long.
 */
export function digest(text: string): string {
  let [high, low] = [offsetHigh | 0, offsetLow | 0];
  for (let at = 0; at < text.length; at++) {
    low ^= text.charCodeAt(at);
    const carry = ((low >>> 16) * primeRest + (((low & 0xffff) * primeRest) >>> 16)) >>> 16;
    high = (Math.imul(high, primeRest) + carry + (low << 8)) | 0;
    low = Math.imul(low, primeRest);
  }
  return hex(high) + hex(low);
}
