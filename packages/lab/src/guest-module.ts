/** How a program for a guest is made: one module, so that the guest need not search its slow file system for more. */
export const guestModule = {
  bundle: true,
  write: false,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: 'inline',
  sourcesContent: false,
  logLevel: 'silent',
} as const;
