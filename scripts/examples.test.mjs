// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The demo company is what people copy from: it has to hold together.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { root } from './lib/demo.mjs';

const YAML = createRequire(path.join(root, 'packages/iac/package.json'))(
  'yaml',
);

const inCi = Boolean(process.env.CI);
const hasTerraform = spawnSync('terraform', ['version']).status === 0;
/** Absent terraform is named at the end of the run, and fails in CI. */
const skip = !hasTerraform && !inCi && 'terraform is not installed';

const terraform = (folder, args, options = {}) =>
  execFileSync('terraform', args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: os.tmpdir(),
      CHECKPOINT_DISABLE: '1',
      TF_IN_AUTOMATION: '1',
    },
    ...options,
  });

const read = file => fs.readFileSync(path.join(root, file), 'utf8');
const VERSIONS = ['v1.0.0', 'v1.1.0'];
const modulesOf = version =>
  path.join(root, 'examples/infrastructure-modules', version, 'modules');

/** The variables of a module: name to whether a value has to be given. */
function variablesOf(version, module) {
  const text = fs.readFileSync(
    path.join(modulesOf(version), module, 'variables.tf'),
    'utf8',
  );
  const blocks = [...text.matchAll(/^variable "(\w+)" \{\n([\s\S]*?)^\}/gm)];
  return Object.fromEntries(
    blocks.map(([, name, body]) => [name, !/^ {2}default\s*=/m.test(body)]),
  );
}

describe('the modules', () => {
  for (const version of VERSIONS) {
    for (const module of fs.readdirSync(modulesOf(version))) {
      it(`${module} ${version} is valid`, { skip }, () => {
        const folder = fs.mkdtempSync(
          path.join(os.tmpdir(), 'fairway-module-'),
        );
        fs.cpSync(path.join(modulesOf(version), module), folder, {
          recursive: true,
        });
        terraform(folder, ['init', '-backend=false', '-input=false']);
        terraform(folder, ['validate']);
      });
    }
  }

  it(
    'applies what the database template orders, with no provider to download',
    { skip },
    () => {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-apply-'));
      fs.cpSync(path.join(modulesOf('v1.1.0'), 'postgres-database'), folder, {
        recursive: true,
      });
      const values = {
        name: 'orders-db',
        data_classification: 'internal',
        instance_size: 'small',
        storage_gb: 20,
      };
      fs.writeFileSync(
        path.join(folder, 'given.auto.tfvars.json'),
        JSON.stringify(values),
      );
      terraform(folder, ['init', '-input=false']);
      terraform(folder, ['apply', '-auto-approve', '-input=false']);
      const again = spawnSync(
        'terraform',
        ['plan', '-detailed-exitcode', '-input=false'],
        { cwd: folder },
      );
      assert.equal(again.status, 0, 'a second plan has nothing to do');
    },
  );
});

describe('the formatting', () => {
  const files = fs
    .readdirSync(path.join(root, 'examples'), { recursive: true })
    .filter(file => /\.(hcl|tf)$/.test(file));

  it('is what terraform fmt makes of it', { skip }, () => {
    assert.ok(files.length > 30);
    for (const file of files) {
      const text = read(path.join('examples', file));
      assert.equal(terraform(root, ['fmt', '-'], { input: text }), text, file);
    }
  });
});

describe('the templates', () => {
  let policy;
  before(() => {
    policy = YAML.parse(read('examples/ownership/policy.yaml'));
  });

  for (const name of fs.readdirSync(path.join(root, 'templates'))) {
    const file = path.join('templates', name, 'template.yaml');
    if (!fs.existsSync(path.join(root, file))) continue;

    it(`${name} gives its module what the module asks for`, () => {
      const { spec } = YAML.parse(read(file));
      const { moduleRef, version, inputs } = spec.steps.find(
        step => step.action === 'iac:terragrunt:unit',
      ).input;
      const catalog = YAML.parse(
        read(`examples/infrastructure-modules/v1.1.0/iac-catalog.yaml`),
      );
      const vetted = catalog.modules[moduleRef];
      const status = vetted.versions[version];
      assert.equal(status.status ?? status, 'approved');

      const variables = variablesOf(version, moduleRef);
      for (const input of Object.keys(inputs))
        assert.ok(
          input in variables,
          `${input} is no variable of ${moduleRef}`,
        );
      const required = Object.keys(variables).filter(
        variable => variables[variable],
      );
      assert.deepEqual(
        required.filter(variable => !(variable in inputs)),
        [],
      );

      const fields = [spec.parameters]
        .flat()
        .flatMap(page => Object.values(page.properties));
      const picker = fields.find(
        field => field['ui:field'] === 'FairwayEnvironment',
      );
      assert.equal(picker['ui:options'].service, vetted.service);
      assert.ok(vetted.service in policy.services);
    });
  }
});

describe('the organisation', () => {
  it('has every group that the policy and the configuration name, and every persona', () => {
    const entities = ['examples/org.yaml', 'examples/catalog.yaml'].flatMap(
      file =>
        YAML.parseAllDocuments(read(file)).map(document => document.toJS()),
    );
    const refs = new Set(
      entities.map(({ kind, metadata }) =>
        `${kind}:${metadata.namespace ?? 'default'}/${
          metadata.name
        }`.toLowerCase(),
      ),
    );
    const config = YAML.parse(read('app-config.yaml'));
    const named = [
      ...Object.values(
        YAML.parse(read('examples/ownership/policy.yaml')).teams,
      ).flatMap(team => team.groups),
      ...config.selfService.administrators,
      ...config.personas.map(({ userRef }) => userRef),
    ];
    assert.deepEqual(
      named.filter(ref => !refs.has(ref)),
      [],
    );
  });
});
