// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What the demo's templates declare fits their actions, modules, receivers and the policy. What they make: examples.test.mjs.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { root } from './lib/demo.mjs';

const YAML = createRequire(path.join(root, 'packages/iac/package.json'))(
  'yaml',
);

const read = file => fs.readFileSync(path.join(root, file), 'utf8');
const MODULES = 'examples/infrastructure-modules';

/** The variables of a module: name to whether a value has to be given. */
function variablesOf(version, module) {
  const text = read(`${MODULES}/${version}/modules/${module}/variables.tf`);
  const blocks = [...text.matchAll(/^variable "(\w+)" \{\n([\s\S]*?)^\}/gm)];
  return Object.fromEntries(
    blocks.map(([, name, body]) => [name, !/^ {2}default\s*=/m.test(body)]),
  );
}

/** The last action of a template, and what its form has to ask the policy for: nothing else ends in a request. */
const ENDINGS = {
  'git:change:propose': ['service.deploy', 'service.destroy'],
  'git:repository:create': ['service.deploy'],
  'request:dispatch': ['dispatch.run'],
};

describe('the templates', () => {
  let policy;
  let receivers;
  before(() => {
    policy = YAML.parse(read('examples/ownership/policy.yaml'));
    receivers = YAML.parse(read('app-config.yaml')).selfService.dispatch;
  });

  for (const name of fs.readdirSync(path.join(root, 'templates'))) {
    const file = path.join('templates', name, 'template.yaml');
    if (!fs.existsSync(path.join(root, file))) continue;

    const { spec } = YAML.parse(read(file));
    const units = spec.steps.filter(
      ({ action, input }) =>
        action === 'iac:terragrunt:unit' &&
        // A form for any module is made from the module itself.
        !input.moduleRef.includes('${{'),
    );
    // Of a page, and of what depends on another field of it.
    const fieldsOf = ({ properties, dependencies = {} }) =>
      Object.assign(
        {},
        properties,
        ...Object.values(dependencies).flatMap(({ oneOf = [] }) =>
          oneOf.map(fieldsOf),
        ),
      );
    const fields = Object.assign({}, ...[spec.parameters].flat().map(fieldsOf));
    const picker = Object.values(fields).find(
      field => field['ui:field'] === 'FairwayEnvironment',
    );

    const dispatches = spec.steps.filter(
      ({ action }) => action === 'request:dispatch',
    );

    it(`${name} lets a person choose an environment for what it ends in, and links the request`, () => {
      assert.ok(spec.steps.at(-1).action in ENDINGS, spec.steps.at(-1).action);
      const endings = spec.steps.filter(({ action }) => action in ENDINGS);
      for (const { action, if: condition } of endings) {
        assert.ok(
          ENDINGS[action].includes(picker?.['ui:options'].action),
          `${action} is not decided as ${picker?.['ui:options'].action}`,
        );
        // Of several, each is for another answer.
        assert.ok(endings.length === 1 || condition, action);
      }
      const conditions = endings.map(ending => ending.if);
      assert.equal(new Set(conditions).size, endings.length);
      const ids = endings.map(({ id }) => `steps.${id}.output.requestId`);
      assert.deepEqual(
        spec.output.links.map(({ url }) => url),
        [`/self-service/requests/\${{ ${ids.join(' or ')} }}`],
      );
    });

    for (const { input } of dispatches) {
      it(`${name} tells its receiver what that takes`, () => {
        const receiver = receivers[input.receiver];
        assert.ok(receiver, `There is no receiver ${input.receiver}`);
        assert.ok(
          fs.existsSync(path.join(root, 'examples/jobs', receiver.body.script)),
        );
        // Without a list of its own a receiver takes whatever it is given.
        const taken = receiver.values ?? input.values;
        const given = Object.keys(input.values);
        assert.deepEqual(
          given.filter(value => !(value in taken)),
          [],
        );
        const required = Object.keys(taken).filter(
          value => taken[value].required,
        );
        assert.deepEqual(
          required.filter(value => !given.includes(value)),
          [],
        );
        const { service, serviceField } = picker['ui:options'];
        const services =
          service === undefined ? fields[serviceField].enum : [service];
        for (const each of services) {
          assert.ok(each in policy.services, each);
          assert.ok(!receiver.services || receiver.services.includes(each));
        }
      });
    }

    for (const { id, input } of units) {
      it(`${name} gives its module what the module asks for (${id})`, () => {
        const { moduleRef, version, inputs } = input;
        const catalog = YAML.parse(read(`${MODULES}/v1.1.0/iac-catalog.yaml`));
        const vetted = catalog.modules[moduleRef];
        const status = vetted.versions[version];
        assert.equal(status.status ?? status, 'approved');

        const variables = variablesOf(version, moduleRef);
        for (const given of Object.keys(inputs))
          assert.ok(
            given in variables,
            `${given} is no variable of ${moduleRef}`,
          );
        const required = Object.keys(variables).filter(
          variable => variables[variable],
        );
        assert.deepEqual(
          required.filter(variable => !(variable in inputs)),
          [],
        );
        assert.ok(vetted.service in policy.services);
        // A change with a second unit is asked about by its first.
        if (id === units[0].id)
          assert.equal(picker['ui:options'].service, vetted.service);
      });
    }
  }
});
