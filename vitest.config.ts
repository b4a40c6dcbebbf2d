import { defineConfig } from 'vitest/config';

// Two workers: the machines that run this have two cores, and more would only fight for them.
const pool = {
  pool: 'forks',
  maxWorkers: 2,
  environment: 'node',
  // A failure that says "[ …(4) ]" has to be run again to be understood.
  chaiConfig: { truncateThreshold: 0 },
} as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...pool,
          name: 'unit',
          // Reading the same modules for 322 files anew would take a fifth of the time; no test changes a module for another.
          isolate: false,
          include: ['packages/*/src/**/*.test.ts', 'test/**/*.{test,prop}.ts'],
          exclude: [
            '**/node_modules/**',
            'test/browser/**',
            'test/promtool/**',
            'test/lab-outside/**',
            'test/house/fixtures/**',
          ],
          // Against tests that hang; the machines are slow at times.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...pool,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        // `npm test` fetches promtool before.
        test: {
          ...pool,
          name: 'promtool',
          include: ['test/promtool/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...pool,
          name: 'package',
          include: ['packaging/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Each boots guests of its own, one at a time.
        test: {
          ...pool,
          name: 'outside',
          include: ['test/lab-outside/**/*.test.ts'],
          globalSetup: ['test/lab-outside/layer.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
