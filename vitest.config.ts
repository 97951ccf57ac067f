import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

const shared = { setupFiles: ['tests/console.ts'] }

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [svelte({ configFile: false })],
        test: {
          ...shared,
          name: 'house',
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['tests/journeys/**', 'tests/pages/**', 'tests/killing/**'],
          globalSetup: ['tests/database/start.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 10_000 } },
          // By itself vitest leaves one processor alone, which on a machine of two is half of it.
          maxWorkers: '100%'
        }
      },
      {
        test: {
          ...shared,
          name: 'journeys',
          include: ['tests/{journeys,pages,killing}/**/*.test.ts'],
          globalSetup: ['tests/journeys/start.ts'],
          testTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
          hookTimeout: 120_000,
          // Each file has a Kvarter and a browser of its own; more at once would only wait for each other.
          maxWorkers: 2
        }
      }
    ]
  }
})
