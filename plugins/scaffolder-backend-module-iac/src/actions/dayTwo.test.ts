// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { parseProvenance, renderProvenance } from '@fairway/iac';
import { parse } from 'yaml';
import { DEV, LIVE, SOURCE } from '../__testUtils__/repositories';
import { useActions } from '../__testUtils__/useActions';
import { createModuleInspectAction } from './createModuleInspectAction';
import { examples as inspectExamples } from './createModuleInspectAction.examples';
import { createProposeChangeAction } from './createProposeChangeAction';
import { createUnitDestroyAction } from './createUnitDestroyAction';
import { examples as destroyExamples } from './createUnitDestroyAction.examples';
import { createUnitUpgradeAction } from './createUnitUpgradeAction';
import { examples as upgradeExamples } from './createUnitUpgradeAction.examples';

jest.setTimeout(60_000);

const ORDERS = `${DEV}/orders-db`;
const UNIT = `${ORDERS}/terragrunt.hcl`;

const at = useActions(parts => ({
  inspect: createModuleInspectAction(parts),
  upgrade: createUnitUpgradeAction(parts),
  destroy: createUnitDestroyAction(parts),
  propose: createProposeChangeAction(parts),
}));

const toNext = (more: object = {}) => ({
  repoUrl: LIVE,
  paths: [ORDERS],
  toVersion: 'v1.1.0',
  answers: { owner_team: 'orders' },
  ...more,
});

it.each(
  [...inspectExamples, ...upgradeExamples, ...destroyExamples].map(
    ({ description, example }) => [description, example],
  ),
)('the example runs: %s', async (_, example) => {
  const { body } = await at.world.dryRun('pia', {
    steps: parse(example).steps,
    values: {},
  });
  expect(body.error).toBeUndefined();
  expect(body.log.at(-1).body.message).toMatch(/Finished step/);
});

describe('iac:module:inspect', () => {
  it('reads the newest approved version', async () => {
    const output = await at.task.run(at.inspect, {
      moduleRef: 'postgres-database',
    });
    expect(output).toMatchObject({
      version: 'v1.1.0',
      commitSha: expect.stringMatching(/^[0-9a-f]{40}$/),
      requiredInputs: ['name', 'owner_team'],
      sensitiveInputs: ['password'],
      outputs: [
        {
          name: 'endpoint',
          description: 'Where to connect.',
          isSensitive: false,
        },
      ],
      schema: { properties: { instance_size: { default: 'medium' } } },
      warnings: [],
    });
  });

  it('reads by source, with the path apart too', async () => {
    const repository =
      'git::ssh://git@git.example.com/acme/infrastructure-modules';
    const output = await at.task.run(at.inspect, {
      source: repository,
      path: 'modules/postgres-database',
      version: 'v1.0.0',
    });
    expect(output).toMatchObject({
      version: 'v1.0.0',
      requiredInputs: ['name'],
    });
  });

  it.each<[string, object, string]>([
    ['no module', {}, 'module-not-named'],
    [
      'another repository',
      { source: 'git::https://evil.example/x.git//modules/network?ref=v1.1.0' },
      'module-not-vetted',
    ],
    [
      'a version that is not listed',
      { moduleRef: 'network', version: 'main' },
      'module-version-not-listed',
    ],
  ])('refuses %s', async (_, input, code) => {
    await expect(at.task.run(at.inspect, input)).rejects.toMatchObject({
      code,
    });
  });
});

describe('iac:unit:upgrade', () => {
  it('changes version, what is newly asked for and what is gone, and nothing else', async () => {
    const output = await at.task.run(at.upgrade, toNext());
    expect(output).toEqual({
      units: [
        {
          path: ORDERS,
          from: 'v1.0.0',
          to: 'v1.1.0',
          addedRequired: ['owner_team'],
          removed: ['note'],
          changed: [{ name: 'instance_size', aspects: ['default'] }],
        },
      ],
      diff: expect.stringContaining('-  note          = "in spring"'),
    });
    const before = await at.world.git('show', `main:${UNIT}`);
    expect(await at.task.read(UNIT)).toBe(
      before
        .replace('ref=v1.0.0', 'ref=v1.1.0')
        .replace(
          '  note          = "in spring"\n',
          '\n  owner_team = "orders"\n',
        ),
    );
    const proposed = await at.task.run(at.propose, {
      repoUrl: LIVE,
      title: 'Upgrade orders-db',
      submit: 'now',
    });
    expect(await at.world.git('show', `${proposed.branchName}:${UNIT}`)).toBe(
      await at.task.read(UNIT),
    );
  });

  it.each<[string, object, string]>([
    ['an answer that is missing', { answers: {} }, 'upgrade-answers-missing'],
    [
      'an answer to nothing',
      { answers: { owner_team: 'orders', colour: 'red' } },
      'upgrade-answers-unknown',
    ],
    [
      'a secret as an answer',
      { answers: { owner_team: 'orders', password: 'hunter2' } },
      'input-secret',
    ],
    [
      'a version that is not listed',
      { toVersion: 'v9.0.0' },
      'module-version-not-listed',
    ],
    ['no unit', { paths: [`${DEV}/no-db`] }, 'unit-missing'],
  ])('refuses %s', async (_, input, code) => {
    await expect(at.task.run(at.upgrade, toNext(input))).rejects.toMatchObject({
      code,
    });
  });

  it('tells nothing of a file that the person may not read', async () => {
    const file = `${DEV}/terragrunt.stack.hcl`;
    // Of no module, so nobody can be asked who may read it.
    await at.world.push({ [file]: 'unit "db" {\n  path = "closed-db"\n}\n' });
    await expect(
      at.task.run(at.upgrade, toNext({ paths: [`${DEV}/closed-db`] })),
    ).rejects.toMatchObject({ code: 'unit-missing' });
  });

  it('refuses whoever may plan it and not deploy it', async () => {
    await expect(
      at.task.run(at.upgrade, toNext(), { as: 'nia' }),
    ).rejects.toMatchObject({ code: 'policy-denied' });
  });

  it('brings up to date where the unit comes from', async () => {
    const provenance = renderProvenance({
      module: {
        source: `${SOURCE}//modules/postgres-database`,
        version: 'v1.0.0',
      },
      parameters: { name: 'orders-db', note: 'in spring' },
      environment: 'dev',
      files: [],
    });
    await at.world.push({ [`${ORDERS}/.fairway.yaml`]: provenance });
    await at.task.run(at.upgrade, toNext());
    expect(
      parseProvenance(await at.task.read(`${ORDERS}/.fairway.yaml`)),
    ).toMatchObject({
      module: { version: 'v1.1.0', commit: expect.any(String) },
      parameters: { name: 'orders-db', owner_team: 'orders' },
      environment: 'dev',
      requester: 'user:default/pia',
      files: { 'terragrunt.hcl': expect.stringMatching(/^sha256:/) },
    });
  });
});

describe('iac:unit:destroy', () => {
  const reports = {
    repoUrl: LIVE,
    path: `${DEV}/reports-db`,
    confirmName: 'reports-db',
  };

  it('removes the folder, as a change of its own', async () => {
    const output = await at.task.run(at.destroy, reports);
    expect(output).toEqual({
      removed: [
        `${DEV}/reports-db/README.md`,
        `${DEV}/reports-db/terragrunt.hcl`,
      ],
      dependents: [],
      diff: expect.stringContaining('deleted file mode'),
    });
    const proposed = await at.task.run(at.propose, {
      repoUrl: LIVE,
      title: 'Remove reports-db',
      submit: 'now',
    });
    expect(proposed).toMatchObject({
      branchName: expect.stringMatching(/^fairway\/delete\/dev-reports-db-/),
    });
    expect(
      await at.world.git('ls-tree', '-r', '--name-only', proposed.branchName),
    ).not.toContain('reports-db');
  });

  it('is proposed with nothing beside it', async () => {
    await at.task.run(at.destroy, reports);
    await at.task.write(`${DEV}/other-db/README.md`, 'Other.\n');
    await expect(
      at.task.run(
        at.propose,
        { repoUrl: LIVE, title: 'Both' },
        { isDryRun: true },
      ),
    ).rejects.toMatchObject({ code: 'change-not-alone' });
  });

  it('refuses another name than that of the unit', async () => {
    await expect(
      at.task.run(at.destroy, { ...reports, confirmName: 'orders-db' }),
    ).rejects.toMatchObject({ code: 'destroy-not-confirmed' });
  });

  it('refuses to take away what another unit needs, unless told', async () => {
    const network = {
      repoUrl: LIVE,
      path: `${DEV}/network`,
      confirmName: 'network',
    };
    await expect(
      at.task.run(at.destroy, network, { as: 'nia' }),
    ).rejects.toMatchObject({
      code: 'unit-has-dependents',
      details: { dependents: [`${DEV}/reports-db`] },
    });
    const output = await at.task.run(
      at.destroy,
      { ...network, allowDependents: true },
      { as: 'nia' },
    );
    expect(output.dependents).toEqual([`${DEV}/reports-db`]);
  });

  it('is refused to whoever may not destroy it', async () => {
    await expect(
      at.task.run(at.destroy, reports, { as: 'nia' }),
    ).rejects.toMatchObject({ code: 'policy-denied' });
  });
});
