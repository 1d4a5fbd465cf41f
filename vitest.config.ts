import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}', 'town/**/*.test.ts'],
    globalSetup: ['tests/global-setup.ts'],
    testTimeout: 90_000,
    hookTimeout: 120_000,
    // PGlite instances are large; two cores are what CI has
    maxWorkers: 2,
  },
})
