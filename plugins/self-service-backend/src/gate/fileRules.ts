// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  CHANGE_LIMITS,
  type ChangeFile,
} from '@fairway/backstage-plugin-self-service-common';
import { checkPath } from '@fairway/git-host';
import { findInvisible, PROVENANCE_FILE } from '@fairway/iac';
import picomatch from 'picomatch';
import { selfServiceError } from '../errors';
import type { BaseReader, TargetFiles } from './types';
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
export function checkFileList(files: ChangeFile[]): void {
  if (files.length === 0) throw selfServiceError('no-files');
  if (files.length > CHANGE_LIMITS.files) {
    throw selfServiceError('too-many-files', {
      count: files.length,
      limit: CHANGE_LIMITS.files,
    });
  }
  const seen = new Map<string, string>();
  for (const file of files) {
    const { path } = file;
    checkPath(path);
    const key = path.toLocaleLowerCase('en-US');
    const other = seen.get(key);
    if (other !== undefined) {
      throw selfServiceError('duplicate-path', { path, other });
    }
    seen.set(key, path);
    if ('content' in file) checkText(path, file.content);
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
  files: ChangeFile[],
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
const UNIT_FILES = [UNIT_FILE, 'README.md', PROVENANCE_FILE];

/** The text of a unit before and after a change; one of them is there. */
export interface UnitTexts {
  path: string;
  before?: string;
  after?: string;
}

/**
 * The `terragrunt.hcl` of a unit's folder as it was and as it will be. Anything else but a README and `.fairway.yaml` is refused by name:
 * Terragrunt copies the folder and Terraform runs every `.tf` in it. What goes away may be called as it likes.
 *
 * @throws NotAllowedError `unit-file-not-allowed`, InputError `unit-incomplete`
 */
export async function unitTextsOf(
  target: TargetFiles,
  base: BaseReader,
): Promise<UnitTexts> {
  const { folder, files } = target;
  const written = files.filter(file => 'content' in file);
  const foreign = written.find(
    ({ path }) => !UNIT_FILES.some(name => path === `${folder}/${name}`),
  );
  if (foreign) {
    throw selfServiceError('unit-file-not-allowed', {
      path: foreign.path,
      folder,
    });
  }
  const path = `${folder}/${UNIT_FILE}`;
  const touched = files.find(file => file.path === path);
  const before = await base.read(path);
  const next = touched && 'content' in touched ? touched.content : undefined;
  const after = touched === undefined ? before : next;
  const leftOver = after === undefined && written.length > 0;
  if ((after === undefined && before === undefined) || leftOver) {
    throw selfServiceError('unit-incomplete', { folder });
  }
  return { path, before, after };
}

/**
 * Checks a service's deployment files: `values.yaml`, and what the configuration allows besides; all of it plain YAML.
 *
 * @throws NotAllowedError `deployment-file-not-allowed`, InputError `deployment-values-invalid`
 */
export function checkDeploymentFiles(
  target: TargetFiles,
  options: { yamlGlobs: string[] },
): void {
  const { folder, files } = target;
  for (const file of files) {
    const { path } = file;
    const isValues = path === `${folder}/values.yaml`;
    const isAllowed =
      isValues ||
      (/\.ya?ml$/.test(path) &&
        picomatch.isMatch(path, options.yamlGlobs, { dot: true }));
    if (!isAllowed) {
      throw selfServiceError('deployment-file-not-allowed', { path, folder });
    }
    const found =
      'content' in file &&
      whyNotPlainYaml(file.content, { severalDocuments: !isValues });
    if (found) {
      throw selfServiceError('deployment-values-invalid', { path, ...found });
    }
  }
}
