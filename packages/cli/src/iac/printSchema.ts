// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ModuleVariable } from '@fairway/iac';
import { EXIT } from '../exit';
import { moduleAt } from './modules';

/** Prints what a module takes: a table for people, JSON Schema with everything else for programs. */
export async function printSchema(
  place: string,
  { json }: { json?: boolean },
): Promise<number> {
  const module = await moduleAt(place);
  const { schema, uiSchema, requiredInputs, sensitiveInputs } = module;
  const { outputs, warnings } = module;
  if (json) {
    const answer = {
      schema,
      uiSchema,
      requiredInputs,
      sensitiveInputs,
      outputs,
      warnings,
    };
    process.stdout.write(`${JSON.stringify(answer, undefined, 2)}\n`);
    return EXIT.ok;
  }
  const rows = [
    ...module.variables.filter(({ isRequired }) => isRequired),
    ...module.variables.filter(({ isRequired }) => !isRequired),
  ].map(variable => [variable.name, wordsOf(variable), variable.description]);
  const width = (column: number) =>
    Math.max(...rows.map(row => row[column]?.length ?? 0));
  const widths = [width(0), Math.min(width(1), 40)];
  for (const [name = '', words = '', description = ''] of rows) {
    const line = `${name.padEnd(widths[0])}  ${words.padEnd(
      widths[1],
    )}  ${description}`;
    process.stdout.write(`${line.trimEnd()}\n`);
  }
  for (const { path, line, message } of warnings) {
    process.stderr.write(`${path}:${line}: warning: ${message}\n`);
  }
  return EXIT.ok;
}

function wordsOf(variable: ModuleVariable): string {
  const { typeText, isRequired, isSensitive } = variable;
  const given = JSON.stringify(variable.default);
  const rest = isRequired ? 'required' : `default ${given ?? 'not known'}`;
  return `${typeText}, ${rest}${isSensitive ? ', sensitive' : ''}`;
}
