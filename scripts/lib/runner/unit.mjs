// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What a unit of the demo's repository comes to without Terragrunt: a module at a version, and literal inputs. Outputs
// of another unit are read from its state, or from the mock outputs while it has none; every other expression is named.
import { createRequire } from 'node:module';
import path from 'node:path';

export const UNIT_FILE = 'terragrunt.hcl';

/** The library as it stands in the workspace, in TypeScript. */
function iacOf(root) {
  const require = createRequire(
    path.join(root, 'plugins/self-service-backend/package.json'),
  );
  require('@backstage/cli/config/nodeTransform.cjs');
  return require('@fairway/iac');
}

/** `{ module: { repository, path, ref }, inputs, notes }`, or `{ problems }`. */
export async function readUnit(text, { root, folder, outputsOf }) {
  const { inspectTerragruntUnit, parseHcl, parseModuleSource, readLiteral } =
    iacOf(root);
  const facts = await inspectTerragruntUnit(text, { folder });
  const problems = [];
  const notes = [];

  let module;
  try {
    if (!facts.source) throw new Error('it names no literal source');
    module = parseModuleSource(facts.source);
  } catch (error) {
    problems.push(`The module cannot be told: ${error.message}`);
  }

  const { body } = await parseHcl(text);
  const given = body.attributes.find(({ name }) => name === 'inputs')?.value;
  const inputs = {};
  for (const { name, value } of given?.entries ?? []) {
    const literal = readLiteral(value);
    if (literal.isLiteral) {
      inputs[name] = literal.value;
      continue;
    }
    const found = await referenced(value, {
      body,
      facts,
      outputsOf,
      readLiteral,
    });
    if (found) {
      inputs[name] = found.value;
      notes.push(`inputs.${name} is ${found.from}`);
    } else {
      const { start, end, line } = value.range;
      problems.push(
        `inputs.${name} is an expression that this runner does not evaluate (line ${line}): ${text
          .slice(start, end)
          .slice(0, 200)}`,
      );
    }
  }
  return problems.length ? { problems } : { module, inputs, notes };
}

/** The value of `dependency.<name>.outputs.<output>`. */
async function referenced(value, { body, facts, outputsOf, readLiteral }) {
  if (value.kind !== 'reference') return undefined;
  const [kind, name, section, output, ...more] = value.path;
  if (kind !== 'dependency' || section !== 'outputs' || !output || more.length)
    return undefined;
  const folder = facts.dependencies.find(each => each.name === name)?.path;
  const outputs = folder && (await outputsOf(folder));
  if (outputs && output in outputs)
    return { value: outputs[output], from: `the output of ${folder}` };
  const block = body.blocks.find(
    ({ type, labels }) => type === 'dependency' && labels[0] === name,
  );
  const mocks = block?.body.attributes.find(
    each => each.name === 'mock_outputs',
  );
  const mock = mocks?.value.entries?.find(each => each.name === output);
  const literal = mock && readLiteral(mock.value);
  return literal?.isLiteral
    ? {
        value: literal.value,
        from: `the mock output of ${name}, which has not been applied here`,
      }
    : undefined;
}
