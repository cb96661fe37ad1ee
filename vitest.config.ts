import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// A test that starts an engine or a browser says so itself and skips where the program is missing.
export default defineConfig({
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/cdk.out/**', '**/dist/**', '**/.data/**'],
    environment: 'node',
    globalSetup: ['test/infra/shared-installations.ts'],
    // Vitest would leave one core idle, which of two is half; the longest files mostly wait, for engines and a browser.
    maxWorkers: availableParallelism(),
    testTimeout: 10_000,
    hookTimeout: 30_000,
    restoreMocks: true,
    passWithNoTests: false,
  },
})
