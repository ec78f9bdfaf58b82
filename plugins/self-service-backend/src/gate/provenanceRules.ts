// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What a change may say about where a unit comes from. Later changes fill forms from it and people believe it, so it may
// not name another environment, module or person than the change itself.
import type { ChangeFile } from '@fairway/backstage-plugin-self-service-common';
import {
  inspectTerragruntUnit,
  parseProvenance,
  PROVENANCE_FILE,
} from '@fairway/iac';
import { selfServiceError, wordsOf } from '../errors';
import { sameName } from './baseFacts';
import { unitTextsOf } from './fileRules';
import { withPlainSource } from './plainSource';
import type { BaseReader, TargetFiles } from './types';

/** Larger is no note about a unit. */
const MAX_BYTES = 64 * 1024;

/**
 * Checks `.fairway.yaml` of a unit, where the change writes it and it is not there like that.
 *
 * @param options - `userRef` is the requester
 * @throws NotAllowedError `provenance-refused`
 */
export async function checkProvenance(
  target: TargetFiles,
  options: { base: BaseReader; userRef: string; protectedGlobs: string[] },
): Promise<void> {
  const { folder, environment } = target;
  const { base, userRef } = options;
  const path = `${folder}/${PROVENANCE_FILE}`;
  const file: ChangeFile | undefined = target.files.find(
    each => each.path === path,
  );
  if (!file || 'delete' in file) return;
  if ((await base.read(path)) === file.content) return;
  const refuse = (problem: string) =>
    selfServiceError('provenance-refused', { path, problem });
  if (Buffer.byteLength(file.content) > MAX_BYTES) {
    throw refuse(`it has more than ${MAX_BYTES} bytes`);
  }
  const said = parse(file.content, refuse);
  const foreign = Object.keys(said.files).find(
    name => !['terragrunt.hcl', 'README.md'].includes(name),
  );
  if (foreign !== undefined) {
    throw refuse(`it speaks of the file "${foreign}"`);
  }
  if (
    said.environment !== undefined &&
    !sameName(said.environment, environment)
  ) {
    throw refuse(
      `it says the environment "${said.environment}", and the folder is in "${environment}"`,
    );
  }
  if (said.requester !== undefined && said.requester !== userRef) {
    throw refuse(
      `it says that "${said.requester}" asked for it, and it is "${userRef}"`,
    );
  }
  const unit = await unitTextsOf(target, base);
  const after = await withPlainSource(
    { path: unit.path, content: unit.after ?? '' },
    { ...options, folder },
  );
  const { source } = await inspectTerragruntUnit(after, { folder });
  const [plain] = (source ?? '').split('?');
  if (said.module !== undefined && said.module.source !== plain) {
    throw refuse(
      `it says the module "${said.module.source}", and the unit takes "${plain}"`,
    );
  }
}

function parse(content: string, refuse: (problem: string) => Error) {
  try {
    return parseProvenance(content);
  } catch (error) {
    throw refuse(wordsOf(error));
  }
}
