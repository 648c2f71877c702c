import { defineConfig } from '@playwright/test'

/** Real pages in Debian's Chromium, against the real build; nothing is fetched, so nothing else is looked up. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  // On a machine that has other work a page comes late; what never comes still fails.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // A second go is printed by name when it was needed (scripts/test.ts): a race in a test is mended, not hidden.
  retries: 1,
  use: {
    browserName: 'chromium',
    headless: true,
    viewport: { width: 360, height: 640 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    launchOptions: {
      executablePath: '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
