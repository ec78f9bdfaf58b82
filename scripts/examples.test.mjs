// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The demo company is what people copy from: it has to hold together.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from './lib/demo.mjs';
import { rootModule } from './lib/runner/terraform.mjs';
import { readUnit, UNIT_FILE } from './lib/runner/unit.mjs';

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

/** What the templates' cases keep: a diff against the demo's repository. Refusals have none. */
function goldenDiffs() {
  return fs
    .readdirSync(path.join(root, 'templates'), { recursive: true })
    .filter(file => file.endsWith('.golden.diff'))
    .map(file => ({
      name: file.replace('/tests/', ' ').replace('.golden.diff', ''),
      text: read(path.join('templates', file)),
    }))
    .filter(({ text }) => text.startsWith('diff --git '));
}

describe('what the templates make', () => {
  const LIVE = path.join(root, 'examples/infrastructure-live');
  const diffs = goldenDiffs();

  it('is there for most cases', () => assert.ok(diffs.length > 10));

  for (const { name, text } of diffs) {
    it(
      `${name} fits the repository, and its modules plan it`,
      { skip },
      async () => {
        const live = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-live-'));
        // A repository of its own begins with nothing.
        const isOwn = /^\+\+\+ b\/catalog-info\.yaml$/m.test(text);
        if (!isOwn) fs.cpSync(LIVE, live, { recursive: true });
        execFileSync('git', ['apply', '-'], {
          cwd: live,
          input: text,
          // Not the repository that this one may lie in.
          env: { PATH: process.env.PATH, GIT_CEILING_DIRECTORIES: os.tmpdir() },
        });
        const written = [...text.matchAll(/^\+\+\+ b\/(.+)$/gm)].map(
          ([, file]) => file,
        );
        for (const file of written) {
          const content = fs.readFileSync(path.join(live, file), 'utf8');
          if (/\.ya?ml$/.test(file)) YAML.parse(content);
          if (!file.endsWith('.hcl')) continue;
          assert.equal(
            terraform(root, ['fmt', '-'], { input: content }),
            content,
          );
          if (file.endsWith(`/${UNIT_FILE}`)) await planUnit(file, content);
        }
      },
    );
  }
});

const OUTPUTS = { network: { database_subnet_ids: ['subnet-a', 'subnet-b'] } };

/** The unit's module from this folder instead of its source, with the unit's inputs; nothing is applied. */
async function planUnit(file, content) {
  const { module, inputs, problems } = await readUnit(content, {
    root,
    folder: path.posix.dirname(file),
    // Of units that nobody has applied.
    outputsOf: unit => OUTPUTS[path.posix.basename(unit)],
  });
  assert.deepEqual(problems ?? [], []);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-unit-'));
  fs.cpSync(
    path.join(root, 'examples/infrastructure-modules', module.ref, module.path),
    path.join(folder, 'module'),
    { recursive: true },
  );
  const main = rootModule({
    state: path.join(folder, 'terraform.tfstate'),
    inputs,
    outputs: [],
  });
  fs.writeFileSync(path.join(folder, 'main.tf.json'), JSON.stringify(main));
  terraform(folder, ['init', '-input=false']);
  terraform(folder, ['validate']);
  terraform(folder, ['plan', '-input=false']);
}

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
