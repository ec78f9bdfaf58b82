// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import { DEV, PROD, SOURCE } from '../__testUtils__/repositories';
import { unitStep } from '../__testUtils__/templates';
import { createWorld, type World } from '../__testUtils__/world';
import { examples } from './createTerragruntUnitAction.examples';

jest.setTimeout(60_000);

let world: World;

beforeAll(async () => {
  world = await createWorld();
  // The newer version, which an example goes to, takes no note any more.
  const orders = `${DEV}/orders-db/terragrunt.hcl`;
  const content = await world.git('show', `main:${orders}`);
  await world.push({ [orders]: content.replace(/ *note .*\n/, '') });
});

afterAll(() => world.remove());

const run = (step: ReturnType<typeof unitStep>, name = 'x-db') =>
  world.dryRun('pia', { steps: [step], values: { name } });

const contentOf = (file: { base64Content: string }) =>
  Buffer.from(file.base64Content, 'base64').toString('utf8');

describe('iac:terragrunt:unit', () => {
  it.each(examples.map(({ description, example }) => [description, example]))(
    'runs its example: %s',
    async (_, example) => {
      const { steps } = parse(example);
      const { body } = await world.dryRun('pia', { steps, values: {} });
      expect(body.error).toBeUndefined();
      const path = `${steps[0].input.targetPath}/terragrunt.hcl`;
      const file = body.directoryContents.find(
        (each: { path: string }) => each.path === path,
      );
      expect(contentOf(file)).toContain(
        `source = "${SOURCE}//modules/postgres-database?ref=v1.1.0"`,
      );
    },
  );

  it('names the rule that allows it in the log', async () => {
    const { body } = await run(unitStep());
    expect(JSON.stringify(body.log)).toMatch(
      /may deploy postgres-database in dev: owners-nonprod/,
    );
  });

  it.each<[string, JsonObject, RegExp]>([
    [
      'an environment that the path is not in',
      { environment: 'prod' },
      /says environment "prod", but "live\/acme-dev\/.*" belongs to environment "dev"/,
    ],
    [
      'production without a ticket',
      { targetPath: `${PROD}/x-db`, environment: 'production' },
      /may not deploy postgres-database in prod.*change ticket/,
    ],
    ['an unknown module', { moduleRef: 'vpn' }, /no vetted module "vpn"/],
    ['a module path', { moduleRef: '../../changes' }, /"\.\.\/\.\.\/changes"/],
    ['an unknown version', { version: 'v9.0.0' }, /"v9\.0\.0"/],
    ['a branch as version', { version: 'main' }, /has no version "main"/],
    [
      'a foreign repository',
      { repoUrl: 'local?owner=acme&repo=secrets' },
      /repo=secrets" is not named/,
    ],
    [
      'a dependency in another environment',
      {
        dependencies: [
          { name: 'n', configPath: '../../../../acme-prod/eu-west-1/prod/net' },
        ],
      },
      /outside the environment "dev"/,
    ],
    ['another way when it exists', { onExists: 'ignore' }, /onExists/],
    [
      'a secret among the values',
      { inputs: { name: 'x', password: 'hunter2' } },
      /are sensitive: password/,
    ],
  ])('refuses %s', async (_, input, words) => {
    const { body } = await run(unitStep(input));
    expect(JSON.stringify(body).replaceAll('\\"', '"')).toMatch(words);
    expect(body.error ?? body.errors).toBeDefined();
  });

  it('refuses to write over a file of the workspace', async () => {
    const { body } = await world.dryRun('pia', {
      steps: [unitStep(), { ...unitStep(), id: 'again' }],
      values: { name: 'x-db' },
    });
    expect(body.error.message).toContain(
      `"${DEV}/x-db/terragrunt.hcl" is in the workspace already`,
    );
  });
});
