/** What a text is drawn with: its height, and what a character takes in the mean, in parts of the height. */
interface Font {
  readonly px: number;
  readonly em: number;
}

// A picture's text does not wrap by itself, and nobody here can measure it: these are of a wide font, so others fit too.
const [regular, bold] = [0.58, 0.66];

/** The fonts of pictures, as their style sheets have them. */
export const fonts = {
  title: { px: 17, em: bold },
  head: { px: 14, em: bold },
  text: { px: 12, em: regular },
  note: { px: 11, em: regular },
} as const satisfies Readonly<Record<string, Font>>;

/** How many pixels a text takes. */
export const widthOf = (text: string, { px, em }: Font): number => text.length * px * em;

const least = 4;
const fitting = (widthPx: number, { px, em }: Font): number =>
  Math.max(least, Math.floor(widthPx / (px * em)));

/** Text in lines that fit a width in pixels, broken where a reader expects it, and anywhere in what alone is too long. */
export function linesOf(text: string, widthPx: number, font: Font): readonly string[] {
  const most = fitting(widthPx, font);
  const whole = new RegExp(`.{1,${most}}`, 'gsu');
  const lines: string[] = [''];
  for (const piece of text.split(/(?<=[ \-./])/).flatMap((word) => word.match(whole) ?? [])) {
    const longer = `${lines.at(-1) ?? ''}${piece}`;
    if (longer.trimEnd().length <= most) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd());
}

/** The beginning of a text as far as it fits a width in pixels. */
export function clipped(text: string, widthPx: number, font: Font): string {
  const most = fitting(widthPx, font);
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
