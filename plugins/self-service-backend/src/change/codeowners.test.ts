// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { codeOwnersOf } from './codeowners';

const FILE = `# Everything
*                 @acme/platform
/live/*/*/dev/    @acme/developers  dana@acme.example # by mail too
*.md              @octocat
docs/*            @writer
apps/             @apps
/live/prod/orders-db  @acme/payments
/live/prod/free/
a\\ b.txt         @blank
!not.txt          @nobody
`;

describe('owners of files by CODEOWNERS', () => {
  it.each<[string, string[]]>([
    ['root.hcl', ['acme/platform']],
    [
      'live/acme/eu/dev/x-db/terragrunt.hcl',
      ['acme/developers', 'dana@acme.example'],
    ],
    [
      'live/acme/eu/dev/x-db/.fairway.yaml',
      ['acme/developers', 'dana@acme.example'],
    ],
    ['live/acme/eu/dev/x-db/README.md', ['octocat']],
    ['docs/a.txt', ['writer']],
    ['docs/below/a.txt', ['acme/platform']],
    ['deep/down/apps/a.txt', ['apps']],
    ['live/prod/orders-db/terragrunt.hcl', ['acme/payments']],
    // A line without owners makes it nobody's.
    ['live/prod/free/terragrunt.hcl', []],
    ['a b.txt', ['blank']],
    ['not.txt', ['acme/platform']],
  ])('%s', (path, owners) => {
    expect(codeOwnersOf(FILE, [path])).toEqual(owners);
  });

  it('names each owner once, for all files together', () => {
    expect(codeOwnersOf(FILE, ['root.hcl', 'main.tf', 'a.md'])).toEqual([
      'acme/platform',
      'octocat',
    ]);
    expect(codeOwnersOf('', ['root.hcl'])).toEqual([]);
  });
});
