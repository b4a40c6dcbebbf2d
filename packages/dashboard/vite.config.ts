import { defineConfig } from 'vite';

/** A page, and everything it needs under names that carry a digest of what is in them; nothing is asked of anybody else. */
export default defineConfig({
  base: '/',
  logLevel: 'error',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The first that know light-dark() and AbortSignal.any; docs/dashboard.md names them.
    target: ['chrome123', 'firefox124', 'safari17.5'],
    // Inlined files would need a hole in the policy that the controller serves them with.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
