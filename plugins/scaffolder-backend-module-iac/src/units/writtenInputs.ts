// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Where the inputs of a unit are written: in `inputs` of its own file, in `values` of a stack through the template that
// makes inputs of them, or as attributes of a call.
import { inspectTerragruntUnit, type TemplateInputs } from '@fairway/iac';
import { findBlock, folderOf, valueOf } from './blocks';
import type { PlacedUnit } from './placedUnit';

/** The inputs of a unit, in the file that it is written in. */
export interface WrittenInputs {
  /** Those that are given. */
  given: string[];
  /** Those that have to be given, whatever the module says. */
  needed: string[];
  /** Path of an input in the file, as edits have it; undefined for one that is not this file's to say. */
  at(input: string): string[] | undefined;
  /** Paths of what goes with inputs that the module has no longer. */
  without(removed: string[]): string[][];
}

/** What a call has of its own. */
const OF_THE_CALL = [
  ...['source', 'version', 'providers', 'count', 'for_each', 'depends_on'],
];

/** Of a unit with a folder of its own, or of a call of a module. */
export async function writtenInputs(
  { file, block }: PlacedUnit,
  content: string,
): Promise<WrittenInputs> {
  const given = block
    ? (await findBlock(content, block))!.body.attributes
        .map(({ name }) => name)
        .filter(name => !OF_THE_CALL.includes(name))
    : (await inspectTerragruntUnit(content, { folder: folderOf(file) }))
        .inputKeys;
  const root = block ? [block.type, block.name] : ['inputs'];
  return {
    given,
    needed: [],
    at: input => [...root, input],
    without: removed =>
      removed.filter(each => given.includes(each)).map(each => [...root, each]),
  };
}

/** Of a stack's unit, through its template. */
export async function stackInputs(
  { block }: Required<Pick<PlacedUnit, 'block'>>,
  options: { content: string; template: TemplateInputs },
): Promise<WrittenInputs> {
  const { content, template } = options;
  const { inputs, isValues, reads } = template;
  const values = valueOf((await findBlock(content, block))!, 'values');
  const keys =
    values?.kind === 'object'
      ? values.entries.flatMap(({ name }) => name ?? [])
      : [];
  const at = (value: string) => [block.type, block.name, 'values', value];
  const isGiven = ({ value, literal }: (typeof inputs)[number]) =>
    value === undefined || keys.includes(value) || (literal ?? null) !== null;
  return {
    given: isValues
      ? keys.filter(key => !reads?.includes(key))
      : inputs.filter(isGiven).map(({ name }) => name),
    needed: inputs.filter(each => !isGiven(each)).map(({ name }) => name),
    at(input) {
      if (isValues) return at(input);
      const value = inputs.find(({ name }) => name === input)?.value;
      return value === undefined ? undefined : at(value);
    },
    without: removed =>
      keys
        .filter(key =>
          isValues
            ? removed.includes(key)
            : reads !== undefined && !reads.includes(key),
        )
        .map(at),
  };
}
