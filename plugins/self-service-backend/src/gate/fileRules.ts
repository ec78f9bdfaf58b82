// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  CHANGE_LIMITS,
  type ChangeFileInput,
} from '@fairway/backstage-plugin-self-service-common';
import { checkPath } from '@fairway/git-host';
import { findInvisible } from '@fairway/iac';
import picomatch from 'picomatch';
import { selfServiceError } from '../errors';
import type { TargetFiles } from './types';
import { whyNotPlainYaml } from './plainYaml';

/** Control characters other than tab and line ends, and halves of surrogate pairs: git would show such a file as binary, which hides it in a diff. */
// eslint-disable-next-line no-control-regex
const NOT_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Cs}/u;

/**
 * The rules that need neither layout nor repository: number, size, text, path, no path twice.
 *
 * @throws InputError `no-files`, `too-many-files`, `file-too-large`, `file-not-text`, `file-invisible-character`, `duplicate-path`, and
 * `git-path-invalid` of the Git host
 */
export function checkFileList(files: ChangeFileInput[]): void {
  if (files.length === 0) throw selfServiceError('no-files');
  if (files.length > CHANGE_LIMITS.files) {
    throw selfServiceError('too-many-files', {
      count: files.length,
      limit: CHANGE_LIMITS.files,
    });
  }
  const seen = new Map<string, string>();
  for (const { path, content } of files) {
    checkPath(path);
    const key = path.toLocaleLowerCase('en-US');
    const other = seen.get(key);
    if (other !== undefined) {
      throw selfServiceError('duplicate-path', { path, other });
    }
    seen.set(key, path);
    checkText(path, content);
  }
}

function checkText(path: string, content: string): void {
  const size = Buffer.byteLength(content, 'utf8');
  if (size > CHANGE_LIMITS.fileBytes) {
    throw selfServiceError('file-too-large', {
      path,
      size,
      limit: CHANGE_LIMITS.fileBytes,
    });
  }
  const offset = content.search(NOT_TEXT);
  if (offset !== -1) {
    throw selfServiceError('file-not-text', { path, offset });
  }
  const hidden = findInvisible(content);
  if (hidden) {
    throw selfServiceError('file-invisible-character', { path, ...hidden });
  }
}

/** The glob that protects a path; case counts for nothing, since on some file systems it does not either. */
export function protectingGlob(
  path: string,
  globs: string[],
): string | undefined {
  return globs.find(glob =>
    picomatch.isMatch(path, glob, { dot: true, nocase: true }),
  );
}

/**
 * Refuses protected paths.
 *
 * @throws NotAllowedError `protected-path` with the glob
 */
export function checkProtected(
  files: ChangeFileInput[],
  options: { globs: string[]; repoUrl: string },
): void {
  const { globs, repoUrl } = options;
  for (const { path } of files) {
    const glob = protectingGlob(path, globs);
    if (glob !== undefined) {
      throw selfServiceError('protected-path', { path, glob, repoUrl });
    }
  }
}

const UNIT_FILE = 'terragrunt.hcl';
const UNIT_FILES = [UNIT_FILE, 'README.md'];

/**
 * The `terragrunt.hcl` of a unit's files. Anything else but a README is refused by name: Terragrunt copies the folder
 * and Terraform runs every `.tf` in it.
 *
 * @throws NotAllowedError `unit-file-not-allowed`, InputError `unit-incomplete`
 */
export function unitFileOf(target: TargetFiles): ChangeFileInput {
  const { folder, files } = target;
  const foreign = files.find(
    ({ path }) => !UNIT_FILES.some(name => path === `${folder}/${name}`),
  );
  if (foreign) {
    throw selfServiceError('unit-file-not-allowed', {
      path: foreign.path,
      folder,
    });
  }
  const unit = files.find(({ path }) => path === `${folder}/${UNIT_FILE}`);
  if (!unit) throw selfServiceError('unit-incomplete', { folder });
  return unit;
}

/**
 * Checks a service's deployment files: one `values.yaml`, and plain YAML.
 *
 * @throws NotAllowedError `deployment-file-not-allowed`, InputError `deployment-values-invalid`
 */
export function checkDeploymentFiles(target: TargetFiles): void {
  const { folder, files } = target;
  for (const { path, content } of files) {
    if (path !== `${folder}/values.yaml`) {
      throw selfServiceError('deployment-file-not-allowed', { path, folder });
    }
    const found = whyNotPlainYaml(content);
    if (found) {
      throw selfServiceError('deployment-values-invalid', { path, ...found });
    }
  }
}
