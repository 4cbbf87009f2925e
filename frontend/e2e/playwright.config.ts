import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { system } from './system.ts';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * They change what every estimate of the organization is counted by (and put it back), so nothing else runs meanwhile.
 * One of them without the others before it: `npx playwright test --no-deps rules`.
 */
const ORGANIZATION_WIDE = /(rules|settings)\.spec/;
const PICTURES = /screenshots/;

/** The browser paths that earn money, in a real Chromium against everything `npm start` starts. */
export default defineConfig({
  testDir: '.',
  outputDir: path.join(root, 'var/e2e-results'),
  fullyParallel: false,
  // A file works on orders of its own; half of a test is waiting for the browser, the server or a timer.
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list'], ['json']],
  projects: [
    { name: 'paths', testIgnore: [PICTURES, ORGANIZATION_WIDE] },
    { name: 'organization-wide', testMatch: ORGANIZATION_WIDE, dependencies: ['paths'] },
    // `npx playwright test --project=pictures`: the screens for the eye, not part of `npm test`.
    ...(process.env.SMET_PICTURES ? [{ name: 'pictures', testMatch: PICTURES }] : []),
  ],
  use: {
    baseURL: system.url,
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
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
  webServer: {
    command: `node ${path.join(import.meta.dirname, 'run-system.mjs')}`,
    cwd: root,
    env: system.env,
    // Refused for want of a sign-in by the API, through the web: both of them answer.
    url: `${system.url}/api/v1/auth/me`,
    // a system left running by hand (`node frontend/e2e/run-system.mjs` with the environment of system.ts) is used as it is
    reuseExistingServer: process.env.CI !== 'true',
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
