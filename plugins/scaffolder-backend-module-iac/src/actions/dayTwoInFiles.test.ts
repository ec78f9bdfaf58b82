// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Units that have no folder of their own, a stack's and calls of modules, are upgraded and removed as the others are:
// what is compared is the whole file, byte for byte.
import { DEV, LIVE, SOURCE } from '../__testUtils__/repositories';
import { useActions } from '../__testUtils__/useActions';
import { createProposeChangeAction } from './createProposeChangeAction';
import { createUnitDestroyAction } from './createUnitDestroyAction';
import { createUnitUpgradeAction } from './createUnitUpgradeAction';

jest.setTimeout(60_000);

const at = useActions(parts => ({
  upgrade: createUnitUpgradeAction(parts),
  destroy: createUnitDestroyAction(parts),
  propose: createProposeChangeAction(parts),
}));

const TEMPLATE = `terraform {
  source = "${SOURCE}//modules/postgres-database?ref=\${values.version}"
}

inputs = {
  name          = values.name
  instance_size = try(values.size, "small")
  owner_team    = try(values.team, null)
}
`;
const TEMPLATES = { '_envcommon/units/db/terragrunt.hcl': TEMPLATE };

const STACK = `${DEV}/shop/terragrunt.stack.hcl`;
const STACK_TEXT = `# The shop. Ask before the weekend.

unit "orders" { # the heart
  source = "../../../../../_envcommon/units/db"
  path   = "orders-db"

  values = {
    version = "v1.0.0" # not yet v1.1.0
    name    = "orders"
    size    = "small"
  }
}

# Read by many.
unit "stock" {
  source = "../../../../../_envcommon/units/db"
  path   = "stock-db"
  values = { version = "v1.0.0", name = "stock" }
}
`;

const CALLS = `${DEV}/plain/main.tf`;
const CALLS_TEXT = `# Plain.
module "orders" {
  source = "${SOURCE}//modules/postgres-database?ref=v1.0.0" # pinned

  name = "orders"
  note = "in spring" # gone in v1.1.0
}

module "stock" {
  source = "${SOURCE}//modules/postgres-database?ref=v1.0.0"
  name   = "stock"
}
`;

const upgrade = (paths: string[], more: object = {}) =>
  at.task.run(at.upgrade, {
    repoUrl: LIVE,
    paths,
    toVersion: 'v1.1.0',
    answers: { owner_team: 'shop' },
    ...more,
  });
const destroy = (path: string, more: object = {}) =>
  at.task.run(at.destroy, {
    repoUrl: LIVE,
    path,
    confirmName: path.split('/').at(-1),
    ...more,
  });

/** Proposed, the gate takes it, and it is on the branch as it is in the workspace. */
async function proposed(path: string) {
  const { branchName } = await at.task.run(at.propose, {
    repoUrl: LIVE,
    title: 'Day two',
    submit: 'now',
  });
  expect(await at.world.git('show', `${branchName}:${path}`)).toBe(
    await at.task.read(path),
  );
}

describe('a unit of a stack', () => {
  beforeEach(() => at.world.push({ ...TEMPLATES, [STACK]: STACK_TEXT }));

  it('is upgraded where its version is written, with what is newly asked for under its own name', async () => {
    const { units, diff } = await upgrade([`${DEV}/shop/orders-db`]);
    expect(units).toMatchObject([
      {
        path: `${DEV}/shop/orders-db`,
        from: 'v1.0.0',
        to: 'v1.1.0',
        addedRequired: ['owner_team'],
      },
    ]);
    expect(diff).toContain('+    version = "v1.1.0" # not yet v1.1.0');
    expect(await at.task.read(STACK)).toBe(
      STACK_TEXT.replace('"v1.0.0" # not', '"v1.1.0" # not').replace(
        '    size    = "small"\n',
        '    size    = "small"\n\n    team = "shop"\n',
      ),
    );
    await proposed(STACK);
  });

  it('is upgraded beside another one of the same file', async () => {
    await upgrade([`${DEV}/shop/orders-db`, `${DEV}/shop/stock-db`]);
    const text = await at.task.read(STACK);
    expect(text).toContain(
      'values = { version = "v1.1.0", name = "stock", team = "shop" }',
    );
    expect(text).not.toContain('version = "v1.0.0"');
  });

  it('is not upgraded without what the version asks for', async () => {
    await expect(
      upgrade([`${DEV}/shop/orders-db`], { answers: {} }),
    ).rejects.toMatchObject({
      code: 'upgrade-answers-missing',
      details: { inputs: ['owner_team'] },
    });
    // The template takes nothing for it.
    await expect(
      upgrade([`${DEV}/shop/orders-db`], {
        answers: { owner_team: 'shop', storage_gb: 5 },
      }),
    ).rejects.toMatchObject({ code: 'upgrade-answers-unknown' });
    expect(await at.task.read(STACK)).toBe(STACK_TEXT);
  });

  it('is left where one local says the version of several', async () => {
    await at.world.push({
      [STACK]: `locals {\n  v = "v1.0.0"\n}\n${STACK_TEXT.replaceAll(
        'version = "v1.0.0"',
        'version = local.v',
      )}`,
    });
    await expect(upgrade([`${DEV}/shop/orders-db`])).rejects.toMatchObject({
      code: 'unit-version-shared',
    });
  });

  it('is removed as its block, and nothing beside it', async () => {
    const { removed, dependents } = await destroy(`${DEV}/shop/stock-db`);
    expect([removed, dependents]).toEqual([[`${DEV}/shop/stock-db`], []]);
    const [before, after] = STACK_TEXT.split('unit "stock"');
    expect(after).toContain('stock-db');
    // Comments above a block stay, as with every edit.
    expect(await at.task.read(STACK)).toBe(before);
    await proposed(STACK);
  });

  it('takes its file along when it was the last of it', async () => {
    await at.world.push({
      [STACK]: STACK_TEXT.slice(STACK_TEXT.indexOf('unit "stock"')),
    });
    await destroy(`${DEV}/shop/stock-db`);
    await expect(at.task.read(STACK)).rejects.toThrow('ENOENT');
  });

  it('stays while another unit needs it, where the stack generates it', async () => {
    const needs = (path: string) =>
      `terraform {\n  source = "${SOURCE}//modules/postgres-database?ref=v1.1.0"\n}\n\ndependency "db" {\n  config_path = "${path}"\n}\n\ninputs = {\n  name       = dependency.db.outputs.name\n  owner_team = "a"\n}\n`;
    await at.world.push({
      [`${DEV}/report/terragrunt.hcl`]: needs(
        '../shop/.terragrunt-stack/stock-db',
      ),
    });
    await expect(destroy(`${DEV}/shop/stock-db`)).rejects.toMatchObject({
      code: 'unit-has-dependents',
      details: { dependents: [`${DEV}/report`] },
    });
  });

  it.each([`${DEV}/shop`, STACK])(
    'is named by its path, and not by %s',
    async path => {
      const refused = {
        code: 'unit-in-file',
        message: expect.stringContaining(
          `the file "${STACK}" makes ${DEV}/shop/orders-db, ${DEV}/shop/stock-db`,
        ),
      };
      await expect(upgrade([path])).rejects.toMatchObject(refused);
      await expect(destroy(path)).rejects.toMatchObject(refused);
    },
  );
});

describe('a call of a module', () => {
  beforeEach(() => at.world.push({ [CALLS]: CALLS_TEXT }));

  it('is upgraded, without what the module has no longer', async () => {
    const { units } = await upgrade([`${DEV}/plain/orders`]);
    expect(units).toMatchObject([
      { from: 'v1.0.0', to: 'v1.1.0', removed: ['note'] },
    ]);
    expect(await at.task.read(CALLS)).toBe(
      CALLS_TEXT.replace('v1.0.0" # pinned', 'v1.1.0" # pinned').replace(
        '  note = "in spring" # gone in v1.1.0\n',
        '\n  owner_team = "shop"\n',
      ),
    );
    await proposed(CALLS);
  });

  it('is removed as its block, and nothing beside it', async () => {
    const { removed } = await destroy(`${DEV}/plain/stock`);
    expect(removed).toEqual([`${DEV}/plain/stock`]);
    expect(await at.task.read(CALLS)).toBe(
      CALLS_TEXT.slice(0, CALLS_TEXT.indexOf('\nmodule "stock"')),
    );
    await proposed(CALLS);
  });

  it('stays while its outputs are read in its folder, unless told', async () => {
    const outputs = `${DEV}/plain/outputs.tf`;
    await at.world.push({
      [outputs]: 'output "endpoint" {\n  value = module.stock.endpoint\n}\n',
    });
    await expect(destroy(`${DEV}/plain/stock`)).rejects.toMatchObject({
      code: 'unit-has-dependents',
      details: { dependents: [outputs] },
    });
    const { dependents } = await destroy(`${DEV}/plain/stock`, {
      allowDependents: true,
    });
    expect(dependents).toEqual([outputs]);
  });

  it('is refused to whoever may not change it', async () => {
    await expect(
      at.task.run(
        at.destroy,
        {
          repoUrl: LIVE,
          path: `${DEV}/plain/orders`,
          confirmName: 'orders',
        },
        { as: 'nia' },
      ),
    ).rejects.toMatchObject({ code: 'policy-denied' });
  });
});
