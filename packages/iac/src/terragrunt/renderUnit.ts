// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonObject } from '@backstage/types';
import { iacError } from '../errors';
import {
  encodeHclValue,
  EncodeLimits,
  Entry,
  layOutEntries,
} from '../hcl/encode';
import { encodeKey } from '../hcl/keys';
import { escapePoint, INVISIBLE } from '../hcl/quote';
import { formatModuleSource, parseModuleSource } from '../modules/source';
import { isRelativePath } from './paths';

/** Another unit whose outputs this one reads. @public */
export interface UnitDependency {
  /** Name of the block: letters, digits, `_`, `-`. */
  name: string;
  /** Folder of the other unit, relative to this one: `../network`. */
  configPath: string;
  /** Inputs that are filled from its outputs: `{ vpc_id: 'id' }` is `vpc_id = dependency.<name>.outputs.id`. */
  outputs?: Record<string, string>;
  /** What a plan takes while the other unit has not been applied; never used by an apply. */
  mockOutputs?: JsonObject;
}

/** @public */
export interface TerragruntUnit {
  /** Module without version: `git::https://host/acme/modules.git//modules/network`. */
  source: string;
  /** Becomes `?ref=`. */
  version: string;
  include: {
    /** Takes the settings of the `root.hcl` above. */
    root: true;
    /** File to include as well, relative to the folder of `root.hcl`: `_envcommon/postgres.hcl`. */
    envcommon?: string;
  };
  dependencies?: UnitDependency[];
  /** In this order; encoded, never templated. */
  inputs: JsonObject;
  /** Comment on top. */
  header?: string;
  limits?: Partial<EncodeLimits>;
}

const entry = (name: string, text: string): Entry => ({
  ...encodeKey(name),
  text,
});

const isName = (name: string) => /^[A-Za-z_][A-Za-z0-9_-]*$/.test(name);

/** Commands that may use mocked outputs: nothing that changes anything. */
const MOCK_COMMANDS = ['init', 'validate', 'plan'];

/**
 * A unit's `terragrunt.hcl`. `terraform fmt` has nothing to say about it, the
 * same options give the same text, and no value in it can become an expression.
 *
 * @throws unit-invalid, module-source-invalid, and what {@link encodeHclValue} throws (paths begin with `inputs`)
 * @public
 */
export function renderTerragruntUnit(unit: TerragruntUnit): string {
  const dependencies = unit.dependencies ?? [];
  const source = formatModuleSource({
    ...parseModuleSource(unit.source),
    ref: unit.version,
  });
  if (parseModuleSource(unit.source).ref !== undefined) {
    throw iacError('unit-invalid', {
      value: unit.source,
      reason: 'has a version already: leave ?ref= out',
    });
  }
  const parts = [
    ...comment(unit.header),
    `include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\n`,
    ...envcommon(unit.include.envcommon),
    `terraform {\n  source = ${encodeHclValue(source, {
      path: 'source',
    })}\n}\n`,
    ...dependencies.map(dependency => dependencyBlock(dependency, unit)),
    inputs(unit, dependencies),
  ];
  return parts.join('\n');
}

function comment(header: string | undefined): string[] {
  if (header === undefined) return [];
  const lines = header.trimEnd().split(/\r\n|[\r\n\u2028\u2029]/);
  const everything = new RegExp(INVISIBLE, 'gu');
  return [
    lines
      .map(line => `# ${line.replace(everything, escapePoint)}`.trimEnd())
      .map(line => `${line}\n`)
      .join(''),
  ];
}

function envcommon(file: string | undefined): string[] {
  if (file === undefined) return [];
  if (
    !/^([A-Za-z0-9_][A-Za-z0-9_.-]*\/)*[A-Za-z0-9_][A-Za-z0-9_.-]*\.hcl$/.test(
      file,
    )
  ) {
    throw iacError('unit-invalid', {
      value: file,
      reason:
        'is not a file below the folder of root.hcl, for example _envcommon/postgres.hcl',
    });
  }
  return [
    `include "envcommon" {\n  path = "\${dirname(find_in_parent_folders("root.hcl"))}/${file}"\n}\n`,
  ];
}

function dependencyBlock(
  dependency: UnitDependency,
  unit: TerragruntUnit,
): string {
  const { name, configPath, mockOutputs } = dependency;
  if (!isName(name)) {
    throw iacError('unit-invalid', {
      value: name,
      reason: 'is not a name for a dependency: use letters, digits, _ and -',
    });
  }
  if (!isRelativePath(configPath)) {
    throw iacError('unit-invalid', {
      value: configPath,
      reason: 'is not a relative path to another unit, for example ../network',
    });
  }
  const encode = (value: JsonObject | string | string[], path: string) =>
    encodeHclValue(value, {
      path: `dependencies.${name}.${path}`,
      indent: 1,
      limits: unit.limits,
    });
  const entries = [
    entry('config_path', encode(configPath, 'configPath')),
    ...(mockOutputs
      ? [
          entry('mock_outputs', encode(mockOutputs, 'mockOutputs')),
          entry(
            'mock_outputs_allowed_terraform_commands',
            encode(MOCK_COMMANDS, 'mockOutputs'),
          ),
        ]
      : []),
  ];
  return `dependency "${name}" {\n${layOutEntries(entries, 1)}}\n`;
}

function inputs(unit: TerragruntUnit, dependencies: UnitDependency[]): string {
  // Encoded as one value first, so that the limits count all of it.
  const whole = encodeHclValue(unit.inputs, {
    path: 'inputs',
    limits: unit.limits,
  });
  const references = dependencies.flatMap(({ name, outputs }) =>
    Object.entries(outputs ?? {}).map(([input, output]) => {
      if (!isName(output))
        throw iacError('unit-invalid', {
          value: output,
          reason: 'is not the name of an output',
        });
      if (Object.hasOwn(unit.inputs, input)) {
        throw iacError('unit-invalid', {
          value: input,
          reason: `is given twice: as a value and from the dependency "${name}"`,
        });
      }
      encodeHclValue({ [input]: true }, { path: 'inputs' });
      return entry(input, `dependency.${name}.outputs.${output}`);
    }),
  );
  if (references.length === 0) return `inputs = ${whole}\n`;
  const values = Object.entries(unit.inputs).map(([name, value]) => {
    if (value === undefined) {
      throw iacError('value-unsupported', {
        path: `inputs.${name}`,
        problem: 'is of type undefined',
      });
    }
    return entry(
      name,
      encodeHclValue(value, {
        path: `inputs.${name}`,
        indent: 1,
        limits: unit.limits,
      }),
    );
  });
  return `inputs = {\n${layOutEntries([...references, ...values], 1)}}\n`;
}
