// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from './lib/demo.mjs';

const { ESLint } = createRequire(
  createRequire(path.join(root, 'package.json')).resolve(
    '@backstage/cli/package.json',
  ),
)('eslint');

const HEADER =
  '// Copyright 2026 The Fairway Authors\n// SPDX-License-Identifier: Apache-2.0\n\n';

/** The rules that complain about `code`, were it a source file of that package. */
async function complaints(folder, code) {
  const eslint = new ESLint({ cwd: path.join(root, folder) });
  const [{ messages }] = await eslint.lintText(code, {
    filePath: path.join(root, folder, 'src/planted.ts'),
  });
  return messages.map(({ ruleId }) => ruleId);
}

const importing = name =>
  `${HEADER}import * as planted from '${name}';\n\nexport const use = planted;\n`;

describe('the layering', () => {
  const forbidden = [
    ['plugins/ownership-common', 'react', 'a common library without React'],
    ['plugins/ownership-common', 'node:fs', 'a common library without Node.js'],
    [
      'plugins/self-service-common',
      'knex',
      'a common library without a database',
    ],
    [
      'plugins/self-service-common',
      '@fairway/iac',
      'a common library below the node libraries',
    ],
    [
      'packages/iac',
      '@fairway/backstage-plugin-self-service-backend',
      'a node library below the plugins',
    ],
    [
      'packages/git-host',
      '@backstage/ui',
      'a node library without user interface',
    ],
    [
      'plugins/scaffolder-backend-module-iac',
      '@fairway/backstage-plugin-self-service-backend',
      'a module that never imports a backend',
    ],
    [
      'plugins/self-service-backend',
      '@fairway/backstage-plugin-ownership-backend',
      'backends that talk over HTTP and service refs',
    ],
    ['plugins/self-service', 'node:fs', 'a frontend without Node.js'],
    [
      'plugins/self-service',
      '@fairway/backstage-plugin-self-service-backend',
      'a frontend that never imports a backend',
    ],
  ];
  for (const [folder, name, why] of forbidden) {
    it(`refuses ${name} in ${folder}: ${why}`, async () => {
      const rules = await complaints(folder, importing(name));
      assert.ok(
        rules.some(
          rule =>
            rule === 'no-restricted-imports' ||
            rule === '@backstage/no-mixed-plugin-imports',
        ),
        `only complained: ${rules}`,
      );
    });
  }

  it('lets imports go down', async () => {
    const rules = await complaints(
      'plugins/self-service-backend',
      importing('@fairway/iac'),
    );
    assert.deepEqual(rules, []);
  });
});

describe('the licence header', () => {
  it('is asked for in every source file', async () => {
    assert.ok(
      (await complaints('packages/iac', 'export const one = 1;\n')).includes(
        'notice/notice',
      ),
    );
  });
});
