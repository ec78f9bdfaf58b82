// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// In a backend of its own: a person revises in the browser what a template made.
import { hashContent, parseProvenance, renderProvenance } from '@fairway/iac';
import { parseRepoUrl } from '@fairway/git-host';
import { person, type Portal, startPortal } from '../__testUtils__/portal';
import { DEV, MODULES, MODULES_SOURCE, unit } from '../__testUtils__/world';

jest.setTimeout(60_000);

const SOURCE = `${MODULES_SOURCE}//modules/postgres-database`;
const VARIABLES = `variable "name" {
  type = string
}

variable "size" {
  type    = number
  default = 1
}

variable "password" {
  type      = string
  sensitive = true
  default   = null
}
`;

let portal: Portal;

beforeAll(async () => {
  portal = await startPortal();
  const { git, host, root } = portal.world;
  const modules = parseRepoUrl(MODULES);
  const branch = await host.defaultBranch(modules);
  await host.commit(modules, {
    branch: 'more',
    baseSha: (await host.resolve(modules, branch))!,
    files: [
      { path: 'modules/postgres-database/variables.tf', content: VARIABLES },
    ],
    message: 'More',
    trailers: [],
    author: { name: 'Platform', email: 'platform@acme.example' },
  });
  const gitDir = `--git-dir=${root}/acme/infrastructure-modules.git`;
  await git(gitDir, 'branch', '-f', branch, 'more');
  for (const tag of ['v1.1.0', 'v1.10.0'])
    await git(gitDir, 'tag', '-f', tag, 'more');
});

afterAll(() => portal.stop());

const noteOf = (content: string, version: string) =>
  renderProvenance({
    template: { ref: 'template:default/postgres' },
    module: { source: SOURCE, version, commit: '0'.repeat(40) },
    owner: 'group:default/payments',
    environment: 'dev',
    requester: 'user:default/pia',
    parameters: { name: 'old' },
    files: [{ path: 'terragrunt.hcl', content }],
  });

describe('where a unit comes from', () => {
  const folder = `${DEV}/noted-db`;
  const [unitPath, notePath] = [
    `${folder}/terragrunt.hcl`,
    `${folder}/.fairway.yaml`,
  ];
  const before = unit({ inputs: '  name = "old"\n' });
  const after = unit({
    ref: 'v1.10.0',
    inputs: '  name = "new"\n  size = 2\n',
  });

  it('is told anew by a revision that changes the unit, and comes last in its diff', async () => {
    const note = noteOf(before, 'v1.1.0');
    const opened = await portal.open('pia', [
      { path: notePath, content: note },
      { path: unitPath, content: before },
    ]);
    const shown = opened.view.diff!;
    expect(shown.indexOf(`b/${unitPath}`)).toBeGreaterThan(0);
    expect(shown.indexOf(`b/${unitPath}`)).toBeLessThan(
      shown.indexOf(`b/${notePath}`),
    );

    const { payload } = opened;
    const { body } = await portal.send(
      'post',
      `/requests/${opened.id}/revise`,
      {
        as: person('pia'),
        body: {
          payload: {
            ...payload,
            files: [
              { path: notePath, content: note },
              { path: unitPath, content: after },
            ],
          },
        },
      },
    );

    const [file] = body.payload.files;
    expect(file.path).toBe(notePath);
    expect(parseProvenance(file.content)).toEqual({
      ...parseProvenance(note),
      module: {
        source: SOURCE,
        version: 'v1.10.0',
        commit: expect.stringMatching(/^(?!0+$)[0-9a-f]{40}$/),
      },
      parameters: { name: 'new', size: 2 },
      files: { 'terragrunt.hcl': hashContent(after) },
    });
    expect(body.view.diff).toContain('+    version: v1.10.0'.slice(0, 3));
    expect(body.view.diff).toContain(hashContent(after));
  });

  it('stays as it was sent where the sender wrote it, or the unit is the same', async () => {
    const path = (name: string) => `${DEV}/other-db/${name}`;
    const opened = await portal.open('pia', [
      { path: path('terragrunt.hcl'), content: before },
      { path: path('.fairway.yaml'), content: noteOf(before, 'v1.1.0') },
    ]);
    const own = noteOf(after, 'v1.10.0');
    const { body } = await portal.send(
      'post',
      `/requests/${opened.id}/revise`,
      {
        as: person('pia'),
        body: {
          payload: {
            ...opened.payload,
            files: [
              { path: path('terragrunt.hcl'), content: after },
              { path: path('.fairway.yaml'), content: own },
            ],
          },
        },
      },
    );
    expect(body.payload.files[1].content).toBe(own);
  });
});
