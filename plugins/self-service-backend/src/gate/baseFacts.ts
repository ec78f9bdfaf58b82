// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What the base commit says about a unit's place. The files of the change itself are never asked: they are protected,
// and what a change says about its own account would be believed by whoever wrote it.
import type { JsonObject } from '@backstage/types';
import { readLocals } from '@fairway/iac';
import { selfServiceError, wordsOf } from '../errors';
import type { BaseReader, TargetFiles } from './types';

const ACCOUNT_FILE = 'account.hcl';
const ACCOUNT_LOCALS = ['account_id', 'aws_account_id'];
const ENVIRONMENT_FILE = 'env.hcl';
const REGION_FILE = 'region.hcl';
const ENVIRONMENT_LOCALS = ['environment', 'env'];

/**
 * The account id of a unit, from the nearest `account.hcl`; undefined where the layout knows no accounts.
 *
 * @throws NotAllowedError `account-unknown`
 */
export async function accountOf(
  target: TargetFiles,
  base: BaseReader,
): Promise<string | undefined> {
  const { account, folder } = target;
  if (account === undefined) return undefined;
  const refuse = (problem: string, cause?: unknown) =>
    selfServiceError(
      'account-unknown',
      { account, path: folder, problem },
      { cause },
    );
  const file = await base.nearestAbove(ACCOUNT_FILE, folder);
  if (!file) throw refuse(`there is no ${ACCOUNT_FILE} in a folder above it`);
  const locals = await readLocals(file.text).catch(error => {
    throw refuse(`"${file.path}" cannot be read: ${wordsOf(error)}`, error);
  });
  const ids = [...new Set(valuesOf(locals, ACCOUNT_LOCALS))];
  if (ids.length !== 1) {
    throw refuse(
      `"${file.path}" names ${
        ids.length || 'no'
      } account ids in ${ACCOUNT_LOCALS.join(' or ')}`,
    );
  }
  return ids[0];
}

/**
 * The path's environment has to be the one that the nearest `env.hcl` names, where there is one.
 *
 * @throws NotAllowedError `environment-file`, `environment-file-unreadable`
 */
export async function checkEnvironmentFile(
  target: TargetFiles,
  base: BaseReader,
): Promise<void> {
  const { environment, folder } = target;
  const file = await base.nearestAbove(ENVIRONMENT_FILE, folder);
  if (!file) return;
  const unreadable = (problem: string, cause?: unknown) =>
    selfServiceError(
      'environment-file-unreadable',
      { file: file.path, path: folder, problem },
      { cause },
    );
  const locals = await readLocals(file.text).catch(error => {
    throw unreadable(wordsOf(error), error);
  });
  const names = valuesOf(locals, ENVIRONMENT_LOCALS);
  if (names.length === 0) {
    throw unreadable(`it has no local ${ENVIRONMENT_LOCALS.join(' or ')}`);
  }
  const actual = names.find(name => !sameName(name, environment));
  if (actual !== undefined) {
    throw selfServiceError('environment-file', {
      path: folder,
      environment,
      file: file.path,
      actual,
    });
  }
}

/**
 * A unit lies where its environment is: below an `env.hcl`, and below a `region.hcl` where the layout knows regions.
 * `accountOf` looks for the account's file.
 *
 * @throws NotAllowedError `environment-not-set-up`
 */
export async function checkSetUp(
  target: TargetFiles,
  base: BaseReader,
): Promise<void> {
  const { environment, region, folder } = target;
  const needed =
    region === undefined ? [ENVIRONMENT_FILE] : [ENVIRONMENT_FILE, REGION_FILE];
  for (const file of needed) {
    if (!(await base.nearestAbove(file, folder))) {
      throw selfServiceError('environment-not-set-up', {
        environment,
        path: folder,
        file,
      });
    }
  }
}

/** Names are compared as the policy does: trimmed, without case. */
export function sameName(one: string, other: string): boolean {
  const fold = (name: string) =>
    name.normalize('NFKC').trim().toLocaleLowerCase('en-US');
  return fold(one) === fold(other);
}

function valuesOf(locals: JsonObject, names: string[]): string[] {
  return names.flatMap(name => {
    const value = locals[name];
    return typeof value === 'string' || typeof value === 'number'
      ? [String(value)]
      : [];
  });
}
