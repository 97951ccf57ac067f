import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'

export default ts.config(
  {
    ignores: [
      'build/',
      '.svelte-kit/',
      'data/',
      'coverage/',
      'src/ui/words/generated/',
      'src/server/platform/db/schema.ts'
    ]
  },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node } },
    rules: {
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      eqeqeq: ['error', 'always'],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // The addresses of the site are made by #ui/words/addresses.ts, in the reader's language.
      'svelte/no-navigation-without-resolve': 'off'
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      // Spaces and quotes are written as text where the formatter would move them.
      'svelte/no-useless-mustaches': 'off',
      // What is rendered as HTML has been drawn by #ui/charts, and holds nothing that anyone wrote.
      'svelte/no-at-html-tags': 'off'
    }
  },
  {
    files: ['**/*.ts', '**/*.svelte'],
    ignores: ['**/*.test.ts', 'src/server/cli/**', 'bench/**', 'tests/**'],
    rules: {
      'max-lines': ['error', { max: 250 }],
      'no-restricted-globals': ['error', { name: 'fetch', message: 'No request leaves the house by itself.' }]
    }
  },
  {
    files: ['src/ui/enhance/**', 'src/service-worker.ts'],
    languageOptions: { globals: { ...globals.browser } },
    rules: { 'no-restricted-globals': 'off' }
  },
  { files: ['tests/console.ts'], rules: { 'no-console': 'off' } },
  { files: ['**/*.svelte'], rules: { 'max-lines': ['error', { max: 200 }] } }
)
