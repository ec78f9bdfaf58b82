// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isIacError } from '../errors';
import { parseHcl, positionOf } from '../hcl/parse';
import { findInvisible } from '../hcl/invisible';
import { plainTokens } from '../hcl/tokens';
import { HclFile } from '../hcl/types';
import { UnitFacts, UnitFinding } from './facts';
import { UnitReader } from './UnitReader';

/**
 * What a proposed `terragrunt.hcl` says, read without running anything, and everything in it that is
 * outside of a closed list. A unit without findings does no more than: take a module at a version, with
 * values and other units' outputs as inputs, and the settings of the files that it includes. These files,
 * and the folders that it depends on, are the caller's to look at.
 *
 * The text is read twice, by the grammar and by a scanner that knows plain tokens only; where they
 * disagree, the unit is not plain.
 *
 * @param options - `folder` of the unit from the repository's root, against which paths are resolved
 * @returns facts; text that does not parse gives a finding of code `syntax`, nothing is thrown
 * @public
 */
export async function inspectTerragruntUnit(
  text: string,
  options: { folder: string },
): Promise<UnitFacts> {
  let file: HclFile;
  try {
    file = await parseHcl(text);
  } catch (error) {
    if (!isIacError(error)) throw error;
    const { line = 1, column = 1 } = error;
    return withFindings(noFacts(), [
      { code: 'syntax', line, column, message: error.message },
      ...invisible(text),
    ]);
  }
  if (file.form === 'object') {
    return withFindings(noFacts(), [
      {
        code: 'json-form',
        line: 1,
        column: 1,
        message:
          'The whole file is one object, as in JSON. Write blocks and attributes',
      },
    ]);
  }
  const facts = UnitReader.read(file.body, options);
  const found = [...facts.findings, ...invisible(text)];
  return withFindings(facts, found.length > 0 ? found : disagreement(file));
}

function noFacts(): UnitFacts {
  return {
    includes: [],
    dependencies: [],
    inputKeys: [],
    inputs: {},
    references: [],
    findings: [],
  };
}

function withFindings(facts: UnitFacts, findings: UnitFinding[]): UnitFacts {
  const sorted = [...findings].sort(
    (a, b) => a.line - b.line || a.column - b.column,
  );
  return { ...facts, findings: sorted };
}

function invisible(text: string): UnitFinding[] {
  const found = findInvisible(text);
  if (!found) return [];
  const { character, ...position } = found;
  return [
    {
      code: 'invisible-character',
      ...position,
      message: `The character ${character} cannot be seen in a review. Remove it, or write it as an escape in a string`,
    },
  ];
}

function disagreement({ text, tokens }: HclFile): UnitFinding[] {
  const plain = plainTokens(text);
  const at = typeof plain === 'number' ? plain : firstDifference(plain, tokens);
  if (at === undefined) return [];
  return [
    {
      code: 'ambiguous',
      ...positionOf(text, at),
      message: `The text ${JSON.stringify(
        text.slice(at, at + 20),
      )} can be read in more than one way. Write it plainly`,
    },
  ];
}

function firstDifference(
  left: [number, number][],
  right: [number, number][],
): number | undefined {
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const [a, b] = [left[index], right[index]];
    if (a?.[0] !== b?.[0] || a?.[1] !== b?.[1]) return (a ?? b)[0];
  }
  return undefined;
}
