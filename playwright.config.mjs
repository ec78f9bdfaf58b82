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
  reporter: [['list'], ...(report ? [['json', { outputFile: report }]] : [])],
  use: {
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: await chromiumExecutable(),
      args: CHROMIUM_ARGUMENTS,
    },
  },
  projects: [{ name: 'demo' }, { name: 'production' }],
});
