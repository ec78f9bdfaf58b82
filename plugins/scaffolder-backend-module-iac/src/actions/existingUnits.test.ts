// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { findHandEdits, parseProvenance } from '@fairway/iac';
import { newTask } from '../__testUtils__/runAction';
import { DEV, LIVE, SOURCE } from '../__testUtils__/repositories';
import { useActions } from '../__testUtils__/useActions';
import { createProposeChangeAction } from './createProposeChangeAction';
import { createTerragruntUnitAction } from './createTerragruntUnitAction';

jest.setTimeout(60_000);

const ORDERS = `${DEV}/orders-db`;
const UNIT = `${ORDERS}/terragrunt.hcl`;

const at = useActions(parts => ({
  unit: createTerragruntUnitAction(parts),
  propose: createProposeChangeAction(parts),
}));

const orders = (more: object = {}) => ({
  repoUrl: LIVE,
  targetPath: ORDERS,
  environment: 'dev',
  moduleRef: 'postgres-database',
  version: 'v1.1.0',
  inputs: { instance_size: 'large', owner_team: 'orders' },
  onExists: 'merge',
  ...more,
});

// The newer version takes no note any more; upgrades take it out, and a merge leaves alone what it is not told.
beforeAll(async () => {
  const content = await at.world.git('show', `main:${UNIT}`);
  await at.world.push({ [UNIT]: content.replace(/ *note .*\n/, '') });
});

describe('iac:terragrunt:unit on a unit that exists', () => {
  it('sets what is given and leaves every other byte, when it is to merge', async () => {
    const output = await at.task.run(at.unit, orders());
    expect(output).toMatchObject({
      action: 'updated',
      files: [UNIT, `${ORDERS}/.fairway.yaml`],
    });
    const before = await at.world.git('show', `main:${UNIT}`);
    expect(await at.task.read(UNIT)).toBe(
      before
        .replace('ref=v1.0.0', 'ref=v1.1.0')
        .replace('"small"', '"large"')
        .replace(/\n\}\n$/, '\n\n  owner_team = "orders"\n}\n'),
    );
    const proposed = await at.task.run(at.propose, {
      repoUrl: LIVE,
      title: 'Change orders-db',
      submit: 'now',
    });
    expect(proposed.files).toEqual([`${ORDERS}/.fairway.yaml`, UNIT]);
  });

  it('says where it comes from, and sees an edit by hand', async () => {
    await at.task.run(at.unit, orders());
    const provenance = parseProvenance(
      await at.task.read(`${ORDERS}/.fairway.yaml`),
    );
    expect(provenance).toEqual({
      template: { ref: 'template:default/test' },
      module: {
        source: `${SOURCE}//modules/postgres-database`,
        version: 'v1.1.0',
        commit: expect.stringMatching(/^[0-9a-f]{40}$/),
      },
      parameters: { instance_size: 'large', owner_team: 'orders' },
      environment: 'dev',
      requester: 'user:default/pia',
      files: { 'terragrunt.hcl': expect.any(String) },
    });
    const content = await at.task.read(UNIT);
    const file = { path: 'terragrunt.hcl', content };
    expect(findHandEdits(provenance, [file])).toEqual([]);
    expect(
      findHandEdits(provenance, [{ ...file, content: `${content}#\n` }]),
    ).toEqual([{ path: 'terragrunt.hcl', state: 'edited' }]);
  });

  it('writes it anew, when it is to replace', async () => {
    const output = await at.task.run(at.unit, orders({ onExists: 'replace' }));
    expect(output.action).toBe('updated');
    expect(await at.task.read(UNIT)).toBe(`include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "${SOURCE}//modules/postgres-database?ref=v1.1.0"
}

inputs = {
  instance_size = "large"
  owner_team    = "orders"
}
`);
  });

  it('changes nothing when nothing is another', async () => {
    const same = orders({ version: 'v1.0.0', inputs: { name: 'orders-db' } });
    expect(await at.task.run(at.unit, same)).toMatchObject({
      action: 'unchanged',
    });
    await expect(
      at.task.run(at.propose, { repoUrl: LIVE, title: 'Nothing' }),
    ).rejects.toMatchObject({ code: 'workspace-unchanged' });
  });

  it('makes one that is not there', async () => {
    const output = await at.task.run(
      at.unit,
      orders({ targetPath: `${DEV}/brand-db` }),
    );
    expect(output.action).toBe('created');
  });

  it('refuses it, unless told', async () => {
    await expect(
      at.task.run(at.unit, orders({ onExists: 'fail' })),
    ).rejects.toMatchObject({ code: 'file-exists' });
  });

  it('takes a secret from another unit, as a reference', async () => {
    await at.task.run(
      at.unit,
      orders({
        dependencies: [{ name: 'reports', configPath: '../reports-db' }],
        secretInputs: { password: 'dependency.reports.outputs.password' },
      }),
    );
    const text = await at.task.read(UNIT);
    expect(text).toContain(
      'dependency "reports" {\n  config_path = "../reports-db"\n}\n',
    );
    expect(text).toContain(
      '\n  password = dependency.reports.outputs.password\n',
    );
    expect(await at.task.read(`${ORDERS}/.fairway.yaml`)).not.toMatch(
      /password/,
    );
  });

  it.each([
    ['a value', 'hunter2'],
    ['a function', 'run_cmd("id")'],
    ['a unit that is not named', 'dependency.vault.outputs.x'],
  ])('refuses %s as a reference', async (_, password) => {
    await expect(
      at.task.run(at.unit, orders({ secretInputs: { password } })),
    ).rejects.toMatchObject({ code: 'secret-reference-invalid' });
  });

  it('includes a shared file, and only one that is there', async () => {
    await expect(
      at.task.run(
        at.unit,
        orders({ include: { envcommon: '_envcommon/x.hcl' } }),
      ),
    ).rejects.toMatchObject({ code: 'include-refused' });
    await at.world.push({ '_envcommon/postgres.hcl': '# shared\n' });
    const other = await newTask();
    await other.run(
      at.unit,
      orders({ include: { envcommon: '_envcommon/postgres.hcl' } }),
    );
    expect(await other.read(UNIT)).toContain(
      `include "envcommon" {\n  path = "\${dirname(find_in_parent_folders("root.hcl"))}/_envcommon/postgres.hcl"\n}\n`,
    );
    await other.remove();
  });
});
