import { type Signal, signal } from '@preact/signals';

/** Which colours: those of the system, or one of the two whatever it says. */
export const themes = ['system', 'light', 'dark'] as const;

/** Which colours. */
export type Theme = (typeof themes)[number];

/** The theme as it was kept; what nobody knows is the system's. */
export const createTheme = (kept: string | null): Signal<Theme> =>
  signal(themes.find((theme) => theme === kept) ?? 'system');
