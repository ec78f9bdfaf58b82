// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isDeepStrictEqual } from 'node:util';
import { shown } from '@fairway/errors';
import { iacError } from '../errors';
import { encodeHclValue } from '../hcl/encode';
import { readLiteral } from '../hcl/literal';
import { OpenHcl } from '../hcl/OpenHcl';
import { allowedExpression } from './allowedExpression';
import { spliceBlock } from './block';
import { locate } from './locate';
import { removeMember } from './remove';
import { spliceSet } from './set';
import { Source } from './Source';
import { Content, HclEdit, HclEditResult, Splice } from './types';

/**
 * Edits HCL by replacing only the bytes of what an edit names; everything else stays as it is, comments, order,
 * alignment, line ends. Edits are applied one after the other, and the text is parsed again after each, and asked
 * whether it says what was asked for; a text that does not parse, or would not, is refused and never returned.
 *
 * A new key stands at the end of what holds it, after a blank line, so that `terraform fmt` has nothing to say. Inside
 * of objects, and for `inputs` and `values`, missing objects on the way are made.
 *
 * @throws hcl-syntax and hcl-too-large for the text; hcl-edit-invalid, hcl-path-not-found, hcl-path-ambiguous,
 * hcl-path-through-expression, hcl-duplicate-key, hcl-key-not-literal, hcl-block-exists, hcl-expression-not-allowed for an edit,
 * with `line` and `column` where there is a place; and what {@link encodeHclValue} throws
 * @public
 */
export async function editHcl(
  text: string,
  edits: readonly HclEdit[],
): Promise<HclEditResult> {
  let current = checked(await OpenHcl.open(text));
  try {
    for (const edit of edits) {
      const content = await contentOf(edit);
      const splices = spliced(current, edit, content);
      if (splices.length === 0) continue;
      const next = await replaced(current, splices, edit);
      current.close();
      current = next;
      if (!says(current, edit, content)) {
        throw invalid(
          edit,
          'cannot be made here without touching more. Edit it by hand',
        );
      }
    }
    return { text: current.text, changed: current.text !== text };
  } finally {
    current.close();
  }
}

function checked(file: OpenHcl): OpenHcl {
  if (file.form !== 'object') return file;
  file.close();
  throw iacError('hcl-edit-invalid', {
    op: 'any',
    at: '',
    reason:
      'needs a file of blocks and attributes, and this one is one object, as in JSON',
  });
}

async function replaced(
  file: OpenHcl,
  splices: Splice[],
  edit: HclEdit,
): Promise<OpenHcl> {
  try {
    return checked(await file.replace(splices));
  } catch {
    throw invalid(
      edit,
      'would leave a text that does not parse. Edit it by hand',
    );
  }
}

async function contentOf(edit: HclEdit): Promise<Content | undefined> {
  const { op, value, expression } = edit;
  if (edit.at.length === 0) throw invalid(edit, 'names no place');
  const given = [value, expression].filter(one => one !== undefined).length;
  if (op === 'remove' || op === 'removeBlock') {
    if (given > 0) throw invalid(edit, 'takes no value');
    return undefined;
  }
  if (op === 'insertBlock') {
    const isObject =
      typeof value === 'object' && value !== null && !Array.isArray(value);
    if (expression !== undefined || (given > 0 && !isObject)) {
      throw invalid(edit, 'takes an object of attributes as its value');
    }
    return { value: value ?? {} };
  }
  if (given !== 1) throw invalid(edit, 'takes a value or an expression');
  if (value !== undefined) {
    // Only for what it refuses, so that a message names the path.
    encodeHclValue(value, { path: shown(edit.at.join('.'), 200) });
    return { value };
  }
  const verdict = await allowedExpression(expression!);
  if (!verdict.isAllowed) {
    throw iacError('hcl-expression-not-allowed', {
      expression: expression!,
      reason: verdict.reason,
    });
  }
  return { expression: verdict.expression };
}

function spliced(file: OpenHcl, edit: HclEdit, content?: Content): Splice[] {
  const source = new Source(file.text);
  const target = locate(file, edit.at);
  if (edit.op === 'insertBlock' || edit.op === 'removeBlock') {
    return spliceBlock(source, target, edit, content);
  }
  if (target.kind === 'block') {
    throw invalid(
      edit,
      'names a block. Name an attribute in it, or use insertBlock and removeBlock',
    );
  }
  if (edit.op === 'set') return spliceSet(source, target, edit, content!);
  if (target.kind === 'missing') {
    throw iacError('hcl-path-not-found', {
      at: edit.at.join('.'),
      step: target.rest[0] ?? '',
    });
  }
  return [removeMember(source, target.container, target.member)];
}

/** Whether a text says what an edit asked for. */
function says(file: OpenHcl, edit: HclEdit, content?: Content): boolean {
  const isItem = edit.op === 'remove' && /^\d+$/.test(edit.at.at(-1)!);
  // Behind a removed item or block the next one has its index.
  if (isItem || edit.op === 'removeBlock') return true;
  const target = locate(file, edit.at);
  if (edit.op === 'remove') return target.kind === 'missing';
  if (edit.op === 'insertBlock') return target.kind === 'block';
  if (target.kind !== 'value') return false;
  const { start, end } = target.value.range;
  if (content && 'expression' in content) {
    return file.text.slice(start, end) === content.expression;
  }
  const literal = readLiteral(target.value);
  return (
    literal.isLiteral &&
    isDeepStrictEqual(plain(literal.value), plain(content?.value))
  );
}

/** Without negative zero, which HCL has not. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function invalid({ op, at }: HclEdit, reason: string) {
  return iacError('hcl-edit-invalid', {
    op,
    at: shown(at.join('.'), 200),
    reason,
  });
}
