// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { renderProvenance } from '@fairway/iac';
import { person, type Portal, startPortal } from '../__testUtils__/portal';
import { DEV, LIVE, MODULES_SOURCE, unit } from '../__testUtils__/world';

jest.setTimeout(60_000);

const FOLDER = `${DEV}/own-db`;
const GOOD = {
  module: {
    source: `${MODULES_SOURCE}//modules/postgres-database`,
    version: 'v1.1.0',
  },
  environment: 'dev',
  requester: 'user:default/pia',
  parameters: { name: 'own-db' },
  files: [{ path: 'terragrunt.hcl', content: unit() }],
};

let portal: Portal;

beforeAll(async () => {
  portal = await startPortal();
});

afterAll(() => portal.stop());

const preview = (content: string, path = `${FOLDER}/.fairway.yaml`) =>
  portal.send('post', '/requests/preview', {
    as: person('pia'),
    body: {
      kind: 'change',
      payload: {
        repoUrl: LIVE,
        files: [
          { path: `${FOLDER}/terragrunt.hcl`, content: unit() },
          { path, content },
        ],
      },
    },
  });

describe('.fairway.yaml of a change', () => {
  it('passes when it says what the change is', async () => {
    const { status, body } = await preview(renderProvenance(GOOD));
    expect(body.error).toBeUndefined();
    expect(status).toBe(200);
  });

  it.each<[string, string, RegExp]>([
    ['nothing that can be read', 'a: [', /cannot be read|not a provenance/],
    [
      'another kind of file',
      'apiVersion: v1\nkind: Secret\n',
      /is refused: .*apiVersion/,
    ],
    [
      'another environment',
      renderProvenance({ ...GOOD, environment: 'prod' }),
      /says the environment "prod"/,
    ],
    [
      'another person',
      renderProvenance({ ...GOOD, requester: 'user:default/pat' }),
      /says that "user:default\/pat" asked/,
    ],
    [
      'another module',
      renderProvenance({
        ...GOOD,
        module: {
          ...GOOD.module,
          source: `${MODULES_SOURCE}//modules/network`,
        },
      }),
      /says the module .*modules\/network/,
    ],
    [
      'files of others',
      renderProvenance({ ...GOOD, files: [{ path: 'main.tf', content: '' }] }),
      /speaks of the file "main.tf"/,
    ],
    [
      'a great deal',
      renderProvenance({ ...GOOD, parameters: { x: 'x'.repeat(70_000) } }),
      /more than 65536 bytes/,
    ],
    ['aliases', `${renderProvenance(GOOD)}x: &x 1\ny: *x\n`, /has an alias/],
  ])('is refused when it says %s', async (_, content, words) => {
    const { body } = await preview(content);
    expect(body.error?.code).toBe('provenance-refused');
    expect(body.error.message).toMatch(words);
  });

  it('is allowed beside the unit alone', async () => {
    const path = `${FOLDER}/below/.fairway.yaml`;
    const { body } = await preview(renderProvenance(GOOD), path);
    expect(body.error?.code).toBe('unit-file-not-allowed');
  });
});
