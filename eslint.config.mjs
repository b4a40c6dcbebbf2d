// Only what needs types, and what keeps pure files pure: biome does all other linting.
import tseslint from 'typescript-eslint';
import { shells } from './.dependency-cruiser.mjs';

const typeAware = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-floating-promises': [
    'error',
    {
      allowForKnownSafeCalls: [
        { from: 'package', package: 'node:test', name: ['test', 'describe', 'it', 'suite'] },
      ],
    },
  ],
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/no-unsafe-argument': 'error',
  '@typescript-eslint/no-unsafe-assignment': 'error',
  '@typescript-eslint/no-unsafe-call': 'error',
  '@typescript-eslint/no-unsafe-enum-comparison': 'error',
  '@typescript-eslint/no-unsafe-member-access': 'error',
  '@typescript-eslint/no-unsafe-return': 'error',
  '@typescript-eslint/no-unsafe-unary-minus': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { requireDefaultForNonUnion: false, considerDefaultExhaustiveForUnions: true },
  ],
};

const impure = {
  Date: 'the time arrives as a value',
  performance: 'the time arrives as a value',
  process: 'what the process knows arrives as a value',
  crypto: 'ids arrive as values',
  setTimeout: 'a wait is an effect that the shell carries out',
  setInterval: 'a wait is an effect that the shell carries out',
  setImmediate: 'a wait is an effect that the shell carries out',
  queueMicrotask: 'a wait is an effect that the shell carries out',
  fetch: 'a request is an effect that the shell carries out',
  console: 'a pure file says what it has to say in what it returns',
};

/** What belongs to the one window: a page that reaches for it cannot be drawn twice, or elsewhere. */
const wired = {
  document: 'main wires the document; a component has a ref',
  window: 'main wires the window; a component has a ref',
  localStorage: 'main keeps what is kept',
  sessionStorage: 'main keeps what is kept',
  history: 'the address is changed by useLocation().route',
  location: 'the address is read by useLocation()',
  fetch: 'requests go through the client of the API',
};

/** A place of the list of shells as a glob. */
function glob(place) {
  const [name, ...rest] = place.split('/');
  const inside = `packages/${name}/src/${rest.join('/')}`;
  return place.endsWith('/') ? `${inside}**/*.{ts,tsx}` : `${inside}.{ts,tsx}`;
}

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/gen/',
      'out/',
      'test/house/fixtures/',
      '**/*.mjs',
      '**/*.js',
    ],
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: typeAware,
  },
  {
    // vitest's matchers (expect.stringContaining) are typed any; a test that stores one risks nothing.
    files: ['**/*.test.ts', '**/*.prop.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    // All but the shells and what wires them.
    files: [
      'packages/{agent,controller}/src/*/**/*.ts',
      'packages/proto/src/{model,convert,metrics}/**/*.ts',
      'packages/dashboard/src/look/**/*.ts',
    ],
    ignores: ['**/*.test.ts', '**/*.prop.ts', ...shells.map(glob)],
    rules: {
      'no-restricted-globals': [
        'error',
        ...Object.entries(impure).map(([name, message]) => ({ name, message })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Chance arrives as a value.' },
        ...Object.entries(impure).map(([property, message]) => ({ object: 'globalThis', property, message })),
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ImportExpression', message: 'A pure file loads nothing while it runs.' },
        { selector: 'AwaitExpression', message: 'A pure file waits for nothing.' },
      ],
    },
  },
  {
    files: ['packages/dashboard/src/{state,parts,pages,routes}/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...Object.entries(wired).map(([name, message]) => ({ name, message })),
      ],
    },
  },
);
