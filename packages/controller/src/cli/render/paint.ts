/** What a word wants to say by its colour. */
export type Tone = 'good' | 'warn' | 'bad' | 'dim' | 'strong';

/** Colours a text, or leaves it. */
export type Paint = (tone: Tone, text: string) => string;

/** No colour: for files, pipes and tests. */
export const plain: Paint = (_tone, text) => text;
