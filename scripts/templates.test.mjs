// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The cases of templates/, run dry in the running backend as the people that they are for, as a template author does it.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, it } from 'node:test';
import { root } from './lib/demo.mjs';
import { runQuietly } from './lib/processes.mjs';
import { startDemoBackend } from './lib/testing/demo-backend.mjs';

let portal;
before(async () => {
  portal = await startDemoBackend({
    runner: false,
    // Whoever a case is for may run dry here; in the demo that is for template authors.
    settings: {
      'ownership.permissions.templateAuthors': [
        'group:default/template-authors',
        'group:default/acme',
      ],
    },
  });
});
after(() => portal?.stop());

it('every template does in every case what is kept', async () => {
  const { code, output } = await runQuietly(
    process.execPath,
    [
      path.join(root, 'packages/cli/bin/fairway'),
      ...['template', 'test', path.join(root, 'templates')],
      ...['--url', portal.backend, '--personas'],
    ],
    { cwd: root, env: { ...process.env, FAIRWAY_TOKEN: '' } },
  );
  assert.equal(code, 0, output);
  const [, passed] = /(\d+) passed, 0 failed, 0 not run/.exec(output);
  assert.ok(Number(passed) > 20, output);
});
