import type { Format } from './format.ts';

/** Every format that a bond can be kept in. A new one is a file under `formats/` and a row here. */
export const formats: readonly Format[] = [];
