// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  editHcl,
  editYaml,
  type HclEdit,
  isIacError,
  parseHcl,
  type YamlEdit,
} from '@fairway/iac';
import { cliError } from '../errors';
import { EXIT } from '../exit';
import {
  type Format,
  inFile,
  readTextFile,
  STDIN,
  type TextFile,
  writeInPlace,
} from './file';
import { locateInHcl } from './getValue';
import { parseAssignment, parsePath } from './path';

/** Options of `iac set` and `iac unset`, as commander hands them over. */
export interface EditOptions {
  format?: Format;
  document?: number;
  write?: boolean;
  json?: boolean;
}

/** Sets values, all of them or none; every other byte stays. */
export async function setValues(
  path: string,
  assignments: string[],
  options: EditOptions,
): Promise<number> {
  const values = assignments.map(parseAssignment);
  return edit(path, options, async file => {
    if (file.format === 'hcl') {
      const edits = values.map<HclEdit>(({ path: at, value }) => ({
        op: 'set',
        at,
        value,
      }));
      return (await editHcl(file.text, edits)).text;
    }
    return values.reduce(
      (text, { path: at, value }) =>
        replaceOrAdd(text, { path: at, value }, options.document),
      file.text,
    );
  });
}

/** Takes values or blocks away, all of them or none; every other byte stays. */
export async function unsetValues(
  path: string,
  paths: string[],
  options: EditOptions,
): Promise<number> {
  const places = paths.map(parsePath);
  return edit(path, options, async ({ text, format }) => {
    if (format === 'yaml') {
      return editYaml(text, {
        document: options.document,
        edits: places.map(at => ({ op: 'remove', path: at })),
      }).text;
    }
    let next = text;
    for (const at of places) {
      const { body } = await parseHcl(next);
      const isBlock = locateInHcl(body, at)?.kind === 'block';
      const op = isBlock ? 'removeBlock' : 'remove';
      next = (await editHcl(next, [{ op, at }])).text;
    }
    return next;
  });
}

/** A value that is there is replaced; one that is not is added, with the maps on the way. */
function replaceOrAdd(
  text: string,
  given: Pick<YamlEdit, 'path' | 'value'>,
  document?: number,
): string {
  try {
    const edits: YamlEdit[] = [{ op: 'replace', ...given }];
    return editYaml(text, { document, edits }).text;
  } catch (error) {
    if (!isIacError(error, 'yaml-path-not-found')) throw error;
    const edits: YamlEdit[] = [{ op: 'add', ...given }];
    return editYaml(text, { document, edits }).text;
  }
}

async function edit(
  path: string,
  options: EditOptions,
  change: (file: TextFile) => Promise<string>,
): Promise<number> {
  const { write, json } = options;
  if (write && path === STDIN) throw cliError('cli-write-impossible', {});
  const file = await readTextFile(path, options);
  const text = await inFile(path, () => change(file));
  const changed = text !== file.text;
  if (write && changed) await writeInPlace(path, text);
  if (json) {
    const answer = write ? { changed } : { changed, text };
    process.stdout.write(`${JSON.stringify(answer, undefined, 2)}\n`);
  } else if (!write) {
    process.stdout.write(text);
  }
  return EXIT.ok;
}
