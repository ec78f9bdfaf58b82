// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { DEV, LIVE, PROD, SOURCE } from './__testUtils__/repositories';
import {
  proposeStep,
  type Step,
  template,
  unitStep,
} from './__testUtils__/templates';
import { createWorld, type World } from './__testUtils__/world';

jest.setTimeout(60_000);

const prodNetwork = {
  targetPath: `${PROD}/\${{ parameters.name }}`,
  environment: 'prod',
  moduleRef: 'network',
};
const moveToProd: Step = {
  id: 'move',
  name: 'Move',
  action: 'fs:rename',
  input: {
    files: [
      {
        from: `${DEV}/\${{ parameters.name }}`,
        to: `${PROD}/\${{ parameters.name }}`,
      },
    ],
  },
};
const secondFile = (path: string): Step => ({
  id: 'second',
  name: 'A second file',
  action: 'fs:rename',
  input: { files: [{ from: `${DEV}/second/terragrunt.hcl`, to: path }] },
});
const secondUnit: Step = {
  ...unitStep({ targetPath: `${DEV}/second`, provenance: false }),
  id: 'source',
};

let world: World;

beforeAll(async () => {
  world = await createWorld({
    templates: [
      template('database', [unitStep(), proposeStep()]),
      template('network', [unitStep(prodNetwork), proposeStep()]),
      template('moved', [
        unitStep({ provenance: false }),
        moveToProd,
        proposeStep(),
      ]),
      template('foreign', [
        unitStep(),
        proposeStep({ repoUrl: 'local?owner=acme&repo=secrets' }),
      ]),
      template('terraform', [
        unitStep(),
        secondUnit,
        secondFile(`${DEV}/\${{ parameters.name }}/main.tf`),
        proposeStep(),
      ]),
      template('git-config', [
        secondUnit,
        secondFile('.git/config'),
        proposeStep(),
      ]),
      template('nothing', [proposeStep()]),
      template('value', [
        unitStep({
          targetPath: `${DEV}/value-\${{ parameters.name }}`,
          inputs: { text: '${{ parameters.text }}' },
        }),
        proposeStep(),
      ]),
    ],
  });
});

afterAll(() => world.remove());

const unitText = (inputs: string) => `include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "${SOURCE}//modules/postgres-database?ref=v1.1.0"
}

inputs = {
${inputs}
}
`;

describe('a task', () => {
  it('takes an order from the form to a commit in Git', async () => {
    const { output, ...end } = await world.run('pia', {
      template: 'database',
      values: { name: 'stock-db' },
    });

    expect(end).toMatchObject({ status: 'completed' });
    const path = `${DEV}/stock-db/terragrunt.hcl`;
    const branch = String(output.branchName);
    expect(output).toEqual({
      action: 'created',
      requestId: expect.any(String),
      requestUrl: `https://portal.acme.example/self-service/requests/${output.requestId}`,
      branchName: expect.stringMatching(
        /^fairway\/create\/dev-stock-db-[0-9a-f]{8}$/,
      ),
      targetBranchName: 'main',
      baseSha: (await world.git('rev-parse', 'main')).trim(),
      commitSha: (await world.git('rev-parse', branch)).trim(),
      pullRequestNumber: 1,
      files: [`${DEV}/stock-db/.fairway.yaml`, path],
      diff: expect.stringContaining(`+++ b/${path}`),
      reviewers: ['group:default/platform'],
    });
    expect(await world.git('show', `${branch}:${path}`)).toBe(
      unitText('  name = "stock-db"'),
    );
    expect(
      await world.git('log', '-1', '--format=%(trailers)', branch),
    ).toContain(
      [
        'Requested-by: user:default/pia',
        `Fairway-Change-Id: ${output.requestId}`,
        // Template and task are believed of the acting plugin, which the tests' tokens on behalf of a person do not name.
      ].join('\n'),
    );
  });

  it.each([
    ['emoji', 'order 🚀'],
    ['template', '${upper("x")} %{ if true }x%{ endif }'],
    ['quotes', 'a "b" \\ c\nd'],
  ])('keeps %s in a value as text', async (name, text) => {
    const { output, ...end } = await world.run('pia', {
      template: 'value',
      values: { name, text },
    });
    expect(end).toMatchObject({ status: 'completed' });
    const content = await world.git(
      'show',
      `${output.branchName}:${DEV}/value-${name}/terragrunt.hcl`,
    );
    const literal = text
      .replace(/["\\]/g, '\\$&')
      .replaceAll('\n', '\\n')
      .replace(/([$%])\{/g, '$1$1{');
    expect(content).toBe(unitText(`  text = "${literal}"`));
  });

  it('is refused a value of 10 kB by name', async () => {
    const { status, log } = await world.run('pia', {
      template: 'value',
      values: { name: 'long', text: 'x'.repeat(10_240) },
    });
    expect(status).toBe('failed');
    expect(log).toMatch(/"inputs.text" is 10240 bytes long/);
  });

  it('is refused a production network, saying which rule and whom to ask', async () => {
    const { status, log } = await world.run('pia', {
      template: 'network',
      values: { name: 'net' },
    });
    expect(status).toBe('failed');
    expect(log).toMatch(
      /user:default\/pia may not deploy networking in prod.*guard:restricted:networking.*line \d+.*group:default\/netops/,
    );
    expect(await world.branches()).not.toContainEqual(
      expect.stringContaining('-net-'),
    );
  });

  it.each([
    ['moved', /may not deploy postgres-database in prod/],
    ['foreign', /"local\?owner=acme&repo=secrets" is not named/],
    ['terraform', /main\.tf" is not allowed in a unit/],
    ['git-config', /"\.git\/config" cannot be used/],
    ['nothing', /holds no files/],
  ])('is refused what the template %s does', async (name, words) => {
    const before = await world.branches();
    const { status, log } = await world.run('pia', {
      template: name,
      values: { name: 'moving-db' },
    });
    expect(status).toBe('failed');
    expect(log).toMatch(words);
    expect(await world.branches()).toEqual(before);
  });

  it.each([
    ['../../../../../x', '"live/acme-dev/eu-west-1/dev/../../../../../x'],
    [
      '.git',
      '"live/acme-dev/eu-west-1/dev/.git/terragrunt.hcl" cannot be used',
    ],
    ['${upper("x")}', '"live/acme-dev/eu-west-1/dev/${upper('],
    ['emoji-🚀', '"live/acme-dev/eu-west-1/dev/emoji-🚀'],
    ['10 kB', `"live/acme-dev/eu-west-1/dev/${'x'.repeat(100)}`],
  ])('is refused the path %s by name', async (title, words) => {
    const { status, log } = await world.run('pia', {
      template: 'database',
      values: { name: title === '10 kB' ? 'x'.repeat(10_240) : title },
    });
    expect(status).toBe('failed');
    expect(log.replaceAll('\\', '')).toContain(words);
  });
});

describe('a dry run of an own template', () => {
  it('shows the diff that the change would make, and writes nothing', async () => {
    const before = await world.branches();
    const { status, body } = await world.dryRun('pia', {
      steps: [unitStep(), proposeStep()],
      values: { name: 'dry-db' },
    });
    expect({ status, error: body.error }).toEqual({ status: 200 });
    expect(body.output.result).toEqual({
      targetBranchName: 'main',
      files: [`${DEV}/dry-db/.fairway.yaml`, `${DEV}/dry-db/terragrunt.hcl`],
      diff: expect.stringContaining('+  name = "dry-db"'),
    });
    expect(await world.branches()).toEqual(before);
  });

  it.each<[string, Step[]]>([
    ['at the unit', [unitStep(prodNetwork), proposeStep()]],
    [
      'at the proposal, when the unit was moved after the decision',
      [unitStep({ provenance: false }), moveToProd, proposeStep()],
    ],
  ])('is refused %s', async (_, steps) => {
    const { status, body } = await world.dryRun('pia', {
      steps,
      values: { name: 'dry-net' },
    });
    expect(body.error).toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringMatching(/may not deploy .* in prod.*Ask group:/),
    });
    expect(status).toBe(403);
  });
});

it('a call of the API beside the form is refused the same', async () => {
  const response = await world.post('pia', 'self-service/requests', {
    kind: 'change',
    title: 'A network',
    idempotencyKey: 'direct',
    submit: 'now',
    payload: {
      repoUrl: LIVE,
      files: [
        {
          path: `${PROD}/net/terragrunt.hcl`,
          content: unitText('').replace('postgres-database', 'network'),
        },
      ],
    },
  });
  expect(response.status).toBe(403);
  expect(response.body.error.message).toMatch(/guard:restricted:networking/);
});
