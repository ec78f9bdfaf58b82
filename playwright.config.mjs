// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import path from 'node:path';
import { defineConfig } from '@playwright/test';
import {
  CHROMIUM_ARGUMENTS,
  chromiumExecutable,
} from './scripts/lib/chromium.mjs';

const report = process.env.FAIRWAY_TEST_REPORT;

export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  globalSetup: path.resolve('packages/app/e2e-tests/support/portals.mjs'),
  // A portal and its repositories are shared by all tests: each uses names of its own.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  // For its trace: npm test counts as failed what passes only then.
  retries: 1,
  reporter: [['list'], ...(report ? [['json', { outputFile: report }]] : [])],
  use: {
    // What cannot be clicked is said at once, and not when the whole test is out of time.
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    trace: 'on-first-retry',
    launchOptions: {
      executablePath: await chromiumExecutable(),
      args: CHROMIUM_ARGUMENTS,
    },
  },
  projects: [
    // Both have the same pages: how those look is asked of the one that loads them faster.
    { name: 'demo', testIgnore: ['**/axe.e2e.ts', '**/layout.e2e.ts'] },
    // Who comes is said by the proxy there; nobody chooses.
    // The topics and people of the Kafka tests are those that the demo is seeded with, except for those of the story,
    // which goes on Apache Kafka there. Nobody moves the clock of a production portal.
    {
      name: 'production',
      testIgnore: [
        '**/sign-in.e2e.ts',
        '**/kafka.e2e.ts',
        '**/kafka-form.e2e.ts',
        '**/kafka-pages.e2e.ts',
        '**/lifetimes.e2e.ts',
      ],
    },
  ],
});
