// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What the guides tell people to type does what they say, on the running demo.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from './lib/demo.mjs';
import { findBinary } from './lib/runner/terraform.mjs';
import { startDemoBackend } from './lib/testing/demo-backend.mjs';
import {
  blocksOf,
  commandsOf,
  looksLike,
  MARK,
  runBlocks,
} from './lib/testing/guide.mjs';

const has = (...command) =>
  spawnSync(command[0], command.slice(1)).status === 0;
const missing = [
  ...(findBinary() ? [] : ['terraform or tofu']),
  ...(has('jq', '--version') ? [] : ['jq']),
];
const skip =
  missing.length > 0 && !process.env.CI && `${missing.join(', ')} is missing`;

/** Address that the guides write, as `npm start` has it. */
const WRITTEN = 'http://localhost:7007';
// The command line, without looking first whether everything is installed.
const PRELUDE = `fairway() {
  "$NODE" "$ROOT/packages/cli/bin/fairway" "$@"
}
npm() {
  while [ "$1" != "--" ]; do shift; done
  shift
  fairway "$@"
}
yarn() {
  "$NODE" "$ROOT/node_modules/@backstage/cli/bin/$1" "\${@:2}"
}`;

const read = file => fs.readFileSync(path.join(root, file), 'utf8');
const markdownIn = folder =>
  fs
    .readdirSync(path.join(root, folder))
    .filter(name => name.endsWith('.md'))
    .map(name => path.join(folder, name));
const GUIDES = markdownIn('docs');
const RUN_HERE = GUIDES.filter(file => read(file).includes(MARK));

describe('the guides', { skip }, () => {
  let portal;
  before(async () => {
    portal = await startDemoBackend({
      settings: {
        // As docs/first-template.md starts it.
        'ownership.permissions.templateAuthors': ['group:default/acme'],
      },
    });
  });
  after(() => portal?.stop());

  for (const guide of RUN_HERE) {
    it(`${guide} shows what happens`, async () => {
      const blocks = blocksOf(read(guide).replaceAll(WRITTEN, portal.backend));
      assert.ok(blocks.length > 0);
      const { PATH, HOME } = process.env;
      const printed = await runBlocks(blocks, {
        prelude: PRELUDE,
        cwd: root,
        env: {
          PATH,
          HOME,
          TMPDIR: fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-guide-')),
          NODE: process.execPath,
          ROOT: root,
          CI: 'true',
        },
      });
      blocks.forEach(({ script, shown }, index) => {
        if (shown) assert.match(printed[index], looksLike(shown), script);
      });
    });
  }
});

describe('every command in', () => {
  const installation = read('scripts/commands/test-install.mjs');

  /** Whether what a guide says of who runs a command is so. */
  function runs(by, guide) {
    if (by === 'scripts/guides.test.mjs') return RUN_HERE.includes(guide);
    const [, part] = /^test:install (\w+)$/.exec(by) ?? [];
    if (part) return installation.includes(`add('${part}')`);
    return (
      fs.existsSync(path.join(root, by)) &&
      read(by).includes(path.basename(guide))
    );
  }

  for (const guide of [...GUIDES, ...markdownIn('.'), 'examples/README.md']) {
    it(`${guide} is run by a test, or says why it is not`, () => {
      const open = commandsOf(read(guide)).filter(({ by, reason }) =>
        by ? !runs(by, guide) : !reason,
      );
      assert.deepEqual(
        open.map(({ line, script }) => `line ${line}: ${script}`),
        [],
      );
    });
  }
});

describe('a command of a guide', () => {
  const text = [
    '```sh\nnpm start\n```',
    '<!-- not run: it takes the port -->\n\n```sh\nnpm start\n```',
    '1. First\n\n   <!-- scripts/x.test.mjs runs this -->\n\n   ```sh\n   if x; then\n     y\n   fi\n   ```',
    `${MARK}\n\n# a.yaml:\n\n\`\`\`yaml\n# a.yaml\nb: 1\n\`\`\`\n\n\`\`\`sh\ncat a.yaml\n\`\`\`\n\n\`\`\`text\nb: 1\n\`\`\``,
  ].join('\n\n');

  it('is of nobody where nothing is said', () => {
    assert.deepEqual(
      commandsOf(text).map(({ by, reason }) => by ?? reason),
      [
        undefined,
        'it takes the port',
        'scripts/x.test.mjs',
        'scripts/guides.test.mjs',
      ],
    );
    assert.equal(commandsOf(text)[2].script, 'if x; then\n  y\nfi\n');
  });

  it('finds the files that the guide shows', async () => {
    const cwd = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-guide-'));
    const blocks = blocksOf(text);
    const { PATH } = process.env;
    const printed = await runBlocks(blocks, { cwd, env: { PATH } });
    assert.deepEqual(printed, ['', 'b: 1']);
    assert.equal(blocks[1].shown, 'b: 1\n');
  });
});
