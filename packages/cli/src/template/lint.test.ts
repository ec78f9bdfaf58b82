// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { lintTemplates } from './lintTemplates';

/* eslint-disable-next-line no-restricted-syntax */
const TEMPLATES = resolve(__dirname, '../../../../templates');

const RIGHT = `
    operation: day2
    category: Databases
    target: { kind: Resource, type: postgres-database }
    fill: { environment: environment, size: file.inputs.instance_size }`;

describe('fairway template lint', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fairway-lint-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function problemsOf(selfService: string, more = '') {
    mkdirSync(join(folder, 'resize'), { recursive: true });
    writeFileSync(
      join(folder, 'resize', 'template.yaml'),
      `apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata: { name: resize }
spec:
  type: infrastructure
  selfService:${selfService}
  parameters:
    - properties: { environment: { type: string } }
      dependencies:
        environment:
          oneOf: [{ properties: { size: { type: string } } }]${more}
  steps: [{ action: git:change:propose }]
`,
    );
    const [{ problems }] = await lintTemplates(folder);
    return problems;
  }

  it('finds nothing in any template of the demo', async () => {
    const linted = await lintTemplates(TEMPLATES);
    expect(linted.length).toBeGreaterThan(10);
    expect(linted.filter(({ problems }) => problems.length > 0)).toEqual([]);
    expect(linted.every(({ isAction }) => isAction)).toBe(true);
  });

  it('finds nothing in one that is right, also where a field depends on another', async () => {
    expect(await problemsOf(RIGHT)).toEqual([]);
  });

  it.each([
    ['no operation', '\n    category: x', 'operation'],
    ['no target', '\n    operation: delete\n    category: x', 'target'],
    [
      'a field that the form does not have',
      RIGHT.replace('size:', 'sise:'),
      'spec.selfService.fill.sise: the form has no field of that name',
    ],
    [
      'a file that nothing reads',
      `${RIGHT.replace(
        'file.inputs.instance_size',
        'entity.metadata.name',
      )}\n    file: { repoUrl: local?owner=a&repo=b, path: x.yaml }`,
      'spec.selfService.file: nothing of fill reads it',
    ],
    [
      'a placeholder that is none',
      `${RIGHT}\n    file: { repoUrl: local?owner=a&repo=b, path: '{team}/x.yaml' }`,
      '{team} is filled in with nothing',
    ],
    [
      'a duration that is none',
      `${RIGHT}\n    lifetime: { default: two weeks }`,
      'spec.selfService.lifetime.default',
    ],
    [
      'people who may',
      `${RIGHT}\n    approvers: [group:default/platform]`,
      'write it into the ownership policy',
    ],
  ])('finds %s', async (_, selfService, problem) => {
    expect((await problemsOf(selfService)).join('\n')).toContain(problem);
  });

  it('finds a part that is hidden from people', async () => {
    const problems = await problemsOf(
      RIGHT,
      '\n      backstage:permissions: { tags: [secret] }',
    );
    expect(problems).toEqual([
      expect.stringContaining('spec.parameters.0: backstage:permissions'),
    ]);
  });
});
