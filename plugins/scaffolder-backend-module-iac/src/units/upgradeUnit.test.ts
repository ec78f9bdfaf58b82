// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Units of stacks whose template is a vetted one in Git: which of the two versions is changed, and which values.
import type {
  ModuleInspection,
  VettedModule,
} from '@fairway/backstage-plugin-self-service-common';
import { readModule } from '@fairway/iac';
import type { ModuleReader } from './moduleReader';
import { upgradeUnit } from './upgradeUnit';

const SOURCE = 'git::https://git.example.com/acme/modules.git';
const STACK = 'live/dev/terragrunt.stack.hcl';

const variables = (...names: string[]) =>
  names.map(name => `variable "${name}" {\n  type = string\n}\n`).join('');
const template = (ref: string, ...names: string[]) =>
  `terraform {\n  source = "${SOURCE}//modules/db?ref=${ref}"\n}\ninputs = {\n${names
    .map(name => `  ${name} = values.${name}\n`)
    .join('')}}\n`;

const VERSIONS = ['v1.0.0', 'v1.1.0'];
const MODULE: Record<string, string> = {
  'v1.0.0': variables('name', 'note'),
  'v1.1.0': variables('name', 'team'),
};

/** A catalog of the module and of one template of it, which may lack versions. */
function catalog(options: {
  templates: Record<string, string>;
  approved?: string[];
}): ModuleReader {
  const { templates, approved = VERSIONS } = options;
  const listed = (name: string, versions: string[]) =>
    ({
      name,
      source: `${SOURCE}//${name === 'db' ? 'modules/db' : 'units/db'}`,
      versions: versions.map(version => ({ version, status: 'approved' })),
    } as VettedModule);
  return {
    ofSource: async source =>
      source.endsWith('//modules/db')
        ? listed('db', VERSIONS)
        : listed('db-unit', approved),
    async inspect(name, version) {
      const files =
        name === 'db' ? [{ path: 'a.tf', content: MODULE[version] }] : [];
      const { schema, sensitiveInputs } = await readModule(files);
      return {
        ...{ name, version, schema, sensitiveInputs, files },
        ...(name !== 'db' && { template: templates[version] }),
      } as unknown as ModuleInspection;
    },
  };
}

const THROUGH_VALUES = {
  'v1.0.0': template('${values.version}', 'name', 'note'),
  'v1.1.0': template('${values.version}', 'name', 'team'),
};

const stack = (ref: string, values: string) =>
  `# All of it.\nunit "a" {\n  source = "${SOURCE}//units/db?ref=${ref}" # ours\n  path   = "a-db"\n\n  values = {\n${values}  }\n}\n\nunit "b" {\n  source = "${SOURCE}//units/db?ref=v1.0.0"\n  path   = "b-db"\n  values = { version = "v1.0.0", name = "b", note = "" }\n}\n`;

const upgraded = (
  content: string,
  modules: ModuleReader,
  answers: Record<string, string> = { team: 'shop' },
) =>
  upgradeUnit({
    placed: {
      ...{ path: 'live/dev/a-db', file: STACK, content },
      ...{ block: { type: 'unit', name: 'a' }, shared: [], beside: [] },
    },
    toVersion: 'v1.1.0',
    answers,
    modules,
  });

const BEFORE =
  '    version = "v1.0.0" # soon more\n    name    = "a"\n    note    = "x"\n';

it('takes template and module along where both were at one version', async () => {
  const { content, upgrade } = await upgraded(
    stack('v1.0.0', BEFORE),
    catalog({ templates: THROUGH_VALUES }),
  );
  expect(content).toBe(
    stack(
      'v1.1.0',
      '    version = "v1.1.0" # soon more\n    name    = "a"\n\n    team = "shop"\n',
    ),
  );
  expect(upgrade).toMatchObject({
    ...{ from: 'v1.0.0', to: 'v1.1.0' },
    ...{ addedRequired: ['team'], removed: ['note'] },
  });
});

it('leaves a template that is at another version', async () => {
  const passes = template('${values.version}', 'name', 'team');
  const { content } = await upgraded(
    stack('v0.9.0', '    version = "v1.0.0"\n    name    = "a"\n'),
    catalog({ templates: { 'v0.9.0': passes, 'v1.1.0': passes } }),
  );
  expect(content).toBe(
    stack(
      'v0.9.0',
      '    version = "v1.1.0"\n    name    = "a"\n\n    team = "shop"\n',
    ),
  );
});

it('leaves a template whose new version nobody has approved, and says what it lacks', async () => {
  const modules = catalog({
    templates: THROUGH_VALUES,
    approved: ['v1.0.0'],
  });
  await expect(
    upgraded(stack('v1.0.0', BEFORE), modules),
  ).rejects.toMatchObject({
    code: 'upgrade-answers-unknown',
    message: expect.stringContaining('team'),
  });
});

it('takes the template alone along where it says the version of the module', async () => {
  const { content } = await upgraded(
    stack('v1.0.0', '    name = "a"\n'),
    catalog({
      templates: {
        'v1.0.0': template('v1.0.0', 'name'),
        'v1.1.0': template('v1.1.0', 'name', 'team'),
      },
    }),
  );
  expect(content).toBe(
    stack('v1.1.0', '    name = "a"\n\n    team = "shop"\n'),
  );
});

it('refuses where the template stays at its version of the module', async () => {
  const same = template('v1.0.0', 'name');
  await expect(
    upgraded(
      stack('v1.0.0', '    name = "a"\n'),
      catalog({ templates: { 'v1.0.0': same, 'v1.1.0': same } }),
    ),
  ).rejects.toMatchObject({ code: 'unit-version-shared' });
});

it('asks for what the template newly reads', async () => {
  const templates = {
    ...THROUGH_VALUES,
    'v1.1.0': template('${values.version}', 'name', 'team', 'note'),
  };
  await expect(
    upgraded(
      stack('v1.0.0', '    version = "v1.0.0"\n    name    = "a"\n'),
      catalog({ templates }),
    ),
  ).rejects.toMatchObject({
    code: 'upgrade-answers-missing',
    details: { inputs: ['note'] },
  });
});

it('says so where the source is no template', async () => {
  await expect(
    upgraded(stack('v1.0.0', BEFORE), catalog({ templates: {} })),
  ).rejects.toMatchObject({
    code: 'unit-version-unknown',
    message: expect.stringContaining('is no template of a unit'),
  });
});
