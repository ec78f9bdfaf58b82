// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Makes a unit's terragrunt.hcl, anew or by editing what is there. An edit sets what the step gives and leaves the rest
// as it is: comments, other inputs, other blocks.
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  editHcl,
  formatModuleSource,
  type HclEdit,
  type HclFile,
  parseHcl,
  parseModuleSource,
  renderTerragruntUnit,
  type UnitDependency,
} from '@fairway/iac';

/** A unit as a step gives it. */
export interface UnitInput {
  /** Of the module, without version. */
  source: string;
  version: string;
  inputs: JsonObject;
  dependencies: UnitDependency[];
  /** Relative to the folder of root.hcl: `_envcommon/postgres.hcl`. */
  envcommon?: string;
}

/** @throws what `renderTerragruntUnit` throws */
export function renderUnit(unit: UnitInput): string {
  const { source, version, inputs, dependencies, envcommon } = unit;
  return renderTerragruntUnit({
    source,
    version,
    include: { root: true, ...(envcommon !== undefined && { envcommon }) },
    dependencies,
    inputs,
  });
}

/** @throws what `editHcl` and `renderTerragruntUnit` throw */
export async function mergeUnit(
  text: string,
  unit: UnitInput,
): Promise<string> {
  // What could not be written anew is not written by an edit either.
  renderUnit(unit);
  const file = await parseHcl(text);
  const { source, version, inputs, dependencies, envcommon } = unit;
  const full = formatModuleSource({
    ...parseModuleSource(source),
    ref: version,
  });
  const edits: HclEdit[] = [
    ...(envcommon !== undefined ? envcommonEdits(file, envcommon) : []),
    { op: 'set', at: ['terraform', 'source'], value: full },
    ...dependencies.flatMap(each => dependencyEdits(file, each)),
    ...Object.entries(inputs).map<HclEdit>(([name, value]) => ({
      op: 'set',
      at: ['inputs', name],
      value: value as JsonValue,
    })),
  ];
  return (await editHcl(text, edits)).text;
}

function has(file: HclFile, type: string, label: string): boolean {
  return file.body.blocks.some(
    block => block.type === type && block.labels[0] === label,
  );
}

function envcommonEdits(file: HclFile, envcommon: string): HclEdit[] {
  const at = ['include', 'envcommon'];
  return [
    ...(has(file, 'include', 'envcommon')
      ? []
      : [{ op: 'insertBlock' as const, at }]),
    {
      op: 'set',
      at: [...at, 'path'],
      expression: `"\${dirname(find_in_parent_folders("root.hcl"))}/${envcommon}"`,
    },
  ];
}

function dependencyEdits(file: HclFile, dependency: UnitDependency): HclEdit[] {
  const { name, configPath, outputs = {}, mockOutputs } = dependency;
  const at = ['dependency', name];
  const block: HclEdit[] = has(file, 'dependency', name)
    ? [{ op: 'set', at: [...at, 'config_path'], value: configPath }]
    : [
        {
          op: 'insertBlock',
          at,
          value: {
            config_path: configPath,
            ...(mockOutputs && {
              mock_outputs: mockOutputs,
              mock_outputs_allowed_terraform_commands: [
                'init',
                'validate',
                'plan',
              ],
            }),
          },
        },
      ];
  return [
    ...block,
    ...Object.entries(outputs).map<HclEdit>(([input, output]) => ({
      op: 'set',
      at: ['inputs', input],
      expression: `dependency.${name}.outputs.${output}`,
    })),
  ];
}
