// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from './support/fixtures';

const APP = resolve(__dirname, '..');

/** Every script in a folder, as one text. */
const scriptsIn = (folder: string, ending: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => ending.test(file))
    .map(file => readFileSync(join(folder, file), 'utf8'))
    .join('\n');

test('the production build has no sign-in by persona', async ({
  request,
  portal,
}, { project }) => {
  // The demo is the control: what must be absent there is present here.
  const present = project.name === 'demo';
  const code = present
    ? scriptsIn(join(APP, 'src'), /\.tsx?$/)
    : scriptsIn(join(APP, 'dist/static'), /\.js$/);
  expect(code.length).toBeGreaterThan(1_000);
  for (const mark of ['x-fairway-persona', 'Switch persona']) {
    expect(code.includes(mark), mark).toBe(present);
  }
  const answer = await request.get(
    `${portal.backend}/api/auth/personas/refresh`,
    {
      headers: {
        'x-fairway-persona': 'user:default/pia',
        'x-requested-with': 'XMLHttpRequest',
      },
    },
  );
  expect(answer.status()).toBe(present ? 200 : 404);
});
