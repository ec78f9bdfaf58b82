// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { asJson, hostileInputs } from '../__testUtils__/hostile';
import { findHandEdits, hashContent } from './handEdits';
import { parseProvenance } from './parse';
import { renderProvenance } from './render';
import { ProvenanceInput } from './types';

const INPUT: ProvenanceInput = {
  template: { ref: 'template:default/postgres-database', version: '1.2.0' },
  module: {
    source: 'git::https://example.com/modules.git//modules/postgres-database',
    version: 'v1.1.0',
    commit: '0123456789abcdef0123456789abcdef01234567',
  },
  parameters: { name: 'orders', password: 'hunter2', size: { gb: 20 } },
  sensitiveParameters: ['password'],
  owner: 'group:default/orders',
  environment: 'dev',
  requester: 'user:default/otto',
  changeId: 'c-1',
  files: [{ path: 'terragrunt.hcl', content: 'inputs = {}\n' }],
};

describe('provenance', () => {
  it('is written with everything but what is sensitive', () => {
    const text = renderProvenance(INPUT);
    expect(text)
      .toBe(`# Where the files beside this one come from. Written by Fairway with every change that it makes;
# edit the files themselves, not this one: an edit by hand is seen by their hashes.
apiVersion: fairway.dev/v1
kind: Provenance
template:
  ref: template:default/postgres-database
  version: 1.2.0
module:
  source: git::https://example.com/modules.git//modules/postgres-database
  version: v1.1.0
  commit: 0123456789abcdef0123456789abcdef01234567
owner: group:default/orders
environment: dev
requester: user:default/otto
changeId: c-1
parameters:
  name: orders
  size:
    gb: 20
files:
  terragrunt.hcl: ${hashContent('inputs = {}\n')}
`);
    const { sensitiveParameters, files, ...rest } = INPUT;
    expect(parseProvenance(text)).toEqual({
      ...rest,
      parameters: { name: 'orders', size: { gb: 20 } },
      files: { 'terragrunt.hcl': hashContent('inputs = {}\n') },
    });
  });

  it('reads any parameters back', () => {
    fc.assert(
      fc.property(hostileInputs, parameters => {
        const text = renderProvenance({ parameters, files: [] });
        expect(parseProvenance(text).parameters).toEqual(asJson(parameters));
      }),
    );
  });

  it('sees what was edited or removed by hand', () => {
    const provenance = parseProvenance(
      renderProvenance({
        parameters: {},
        files: ['a.hcl', 'b.hcl', 'c.hcl'].map(path => ({
          path,
          content: `${path}\n`,
        })),
      }),
    );
    expect(
      findHandEdits(provenance, [
        { path: 'a.hcl', content: 'a.hcl\n' },
        { path: 'b.hcl', content: 'b.hcl' },
        { path: 'd.hcl', content: '' },
      ]),
    ).toEqual([
      { path: 'b.hcl', state: 'edited' },
      { path: 'c.hcl', state: 'missing' },
    ]);
  });

  it.each([
    ['a: [', 'Flow sequence', 1],
    ['kind: Provenance\nkind: x\n', 'unique', 2],
    ['', 'the file', undefined],
    ['apiVersion: fairway.dev/v2\nkind: Provenance\n', 'apiVersion', undefined],
    [
      'apiVersion: fairway.dev/v1\nkind: Provenance\nfiles: { a: md5:1 }\n',
      'files.a',
      undefined,
    ],
    [
      'apiVersion: fairway.dev/v1\nkind: Provenance\nparameters: { a: &a 1, b: *a }\nfiles: {}\n',
      'alias',
      undefined,
    ],
  ])('refuses %j', (text, words, line) => {
    expect(() => parseProvenance(text)).toThrow(
      expect.objectContaining({
        code: 'provenance-invalid',
        message: expect.stringContaining(words),
        ...(line === undefined ? {} : { line }),
      }),
    );
  });
});
