import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const TYPED = ['server/**/*.{ts,tsx}', 'sdk/**/*.ts', 'test/**/*.ts']
const NODE_GLOBALS = [
  'process',
  'console',
  'performance',
  'URL',
  'fetch',
  'setTimeout',
  'AbortSignal',
  'Buffer',
]

const ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only server/platform/config.ts reads the environment: take what you need from Config.',
}

export default defineConfig(
  globalIgnores(['.data/', 'dist/', 'coverage/', 'sdk/dist/', 'sdk/generated/', 'test/samples/']),
  js.configs.recommended,
  {
    rules: {
      complexity: ['error', 15],
      eqeqeq: 'error',
      'max-depth': ['error', 3],
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', 50],
      'max-params': ['error', 5],
      'no-console': 'error',
      'no-duplicate-imports': 'error',
      'no-restricted-syntax': ['error', ENVIRONMENT],
    },
  },
  {
    files: TYPED,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // The compiler reports these, with the same exceptions for both.
      '@typescript-eslint/no-unused-vars': 'off',
      // Functions travel on plain objects here; there is no `this` for them to lose.
      '@typescript-eslint/unbound-method': 'off',
      // A function may promise what its caller awaits without waiting itself.
      '@typescript-eslint/require-await': 'off',
      // A class used as the type of a decorated parameter must stay a value.
      '@typescript-eslint/consistent-type-imports': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [...NODE_GLOBALS, 'SharedArrayBuffer', 'Atomics'].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { exports: 'readonly', require: 'readonly' } },
  },
  { files: ['server/platform/config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['scripts/**', 'test/**', '**/*.mjs', '*.js'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['server/platform/log.ts', 'server/cli/**', 'server/main.ts', '**/*.mjs'],
    rules: { 'no-console': 'off' },
  },
  // Each recipe has the imports that its reader needs.
  { files: ['test/e2e/recipes-with-tools.test.ts'], rules: { 'no-duplicate-imports': 'off' } },
  // A describe block is a list of tests and a migration a list of statements: read in parts, not as a whole.
  { files: ['test/**/*.test.ts', 'server/migrations/**'], rules: { 'max-lines-per-function': 'off' } },
)
