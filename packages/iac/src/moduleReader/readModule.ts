// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { iacError, isIacError } from '../errors';
import { parseHcl } from '../hcl/parse';
import { HclBlock } from '../hcl/types';
import { inputsSchema } from './schema';
import { ModuleFacts, ModuleFile, ModuleWarning } from './types';
import { inputsUiSchema } from './uiSchema';
import { Declaration, readOutput, readVariable } from './VariableReader';

/**
 * What a Terraform module takes and gives, read without running it, and a form for it. Read are the `.tf` files and the
 * `README.md` of the module's own folder; override files are merged as Terraform does.
 *
 * @throws module-file-invalid with path, line and column for a file that does not parse
 * @public
 */
export async function readModule(
  files: readonly ModuleFile[],
): Promise<ModuleFacts> {
  const warnings: ModuleWarning[] = [];
  const variables = new Map<string, Declaration>();
  const outputs = new Map<string, Declaration>();
  for (const file of ordered(files)) {
    const isOverride = /(^|_)override\.tf$/.test(file.path);
    for (const block of await blocksOf(file)) {
      const kept = { variable: variables, output: outputs }[block.type];
      if (kept) keep(kept, { ...file, block }, isOverride, warnings);
    }
  }
  const json = files.find(({ path }) => /^[^/]+\.tf\.json$/.test(path));
  if (json) {
    warnings.push({
      message:
        'Files in JSON form are not read. Write the inputs in a .tf file',
      path: json.path,
      line: 1,
    });
  }
  const facts = [...variables.values()].map(declaration =>
    readVariable(declaration, warnings),
  );
  const names = (isWanted: (variable: (typeof facts)[number]) => boolean) =>
    facts.filter(isWanted).map(({ name }) => name);
  const readme = files.find(({ path }) => /^readme\.md$/i.test(path))?.content;
  return {
    variables: facts,
    outputs: [...outputs.values()].map(readOutput),
    ...(readme === undefined ? {} : { readme }),
    schema: inputsSchema(facts),
    uiSchema: inputsUiSchema(facts),
    requiredInputs: names(({ isRequired }) => isRequired),
    sensitiveInputs: names(({ isSensitive }) => isSensitive),
    warnings,
  };
}

/** The files that Terraform reads, overrides last. */
function ordered(files: readonly ModuleFile[]): ModuleFile[] {
  const rank = ({ path }: ModuleFile) =>
    /(^|_)override\.tf$/.test(path) ? 1 : 0;
  return files
    .filter(({ path }) => /^[^/.~][^/]*\.tf$/.test(path))
    .sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
}

async function blocksOf({ path, content }: ModuleFile): Promise<HclBlock[]> {
  try {
    return (await parseHcl(content)).body.blocks;
  } catch (error) {
    if (!isIacError(error)) throw error;
    const { line, column } = error;
    throw iacError(
      'module-file-invalid',
      { path, problem: error.message },
      { line, column },
    );
  }
}

function keep(
  kept: Map<string, Declaration>,
  { path, content, block }: ModuleFile & { block: HclBlock },
  isOverride: boolean,
  warnings: ModuleWarning[],
) {
  const [name = ''] = block.labels;
  const { line } = block.range;
  const attributes = new Map(
    block.body.attributes.map(({ name: key, value }) => [
      key,
      { value, text: content },
    ]),
  );
  const validations = block.body.blocks
    .filter(({ type }) => type === 'validation')
    .map(({ body }) => ({ body, text: content }));
  const first = kept.get(name);
  if (!first) {
    kept.set(name, { name, path, line, attributes, validations });
  } else if (isOverride) {
    for (const [key, value] of attributes) first.attributes.set(key, value);
    if (validations.length > 0) first.validations = validations;
  } else {
    warnings.push({
      message: `The ${block.type} "${name}" is there already, in ${first.path} on line ${first.line}. Keep one`,
      path,
      line,
    });
  }
}
