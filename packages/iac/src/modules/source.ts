// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { iacError } from '../errors';

/** A module in a Git repository. @public */
export interface ModuleSource {
  /** `git::https://host/organisation/repository.git`, as it was written. */
  repository: string;
  /** Folder in the repository: `modules/postgres-database`. */
  path: string;
  /** Tag, branch or commit; undefined where the source names none. */
  ref?: string;
}

const SEGMENT = '[A-Za-z0-9_][A-Za-z0-9_.-]*';
// One spelling of each source: no query but ref, no user but git over ssh, no escapes, nothing that begins with a dash or a dot.
const SOURCE = new RegExp(
  `^(git::(?:https://|ssh://git@)[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?(?:/${SEGMENT})+)//(${SEGMENT}(?:/${SEGMENT})*)(?:\\?ref=([A-Za-z0-9][A-Za-z0-9._/+-]*))?$`,
);

/**
 * Takes a Terraform module source of a Git repository apart:
 * `git::https://host/acme/infrastructure-modules.git//modules/network?ref=v1.1.0`, or the same with `git::ssh://git@host/…`.
 *
 * @throws module-source-invalid for every other form, named
 * @public
 */
export function parseModuleSource(source: string): ModuleSource {
  const invalid = (reason: string) =>
    iacError('module-source-invalid', { source, reason });
  if (source.length > 1_000) throw invalid('is too long');
  const match = SOURCE.exec(source);
  if (!match) throw invalid(whatItIs(source));
  const [, repository, path, ref] = match;
  if (ref !== undefined && /\.\.|\/\/|\/$|\.lock$|\.$/.test(ref)) {
    throw invalid('has a ref that Git does not allow');
  }
  return { repository, path, ...(ref === undefined ? {} : { ref }) };
}

/** The inverse of {@link parseModuleSource}. @throws module-source-invalid @public */
export function formatModuleSource(source: ModuleSource): string {
  const ref = source.ref === undefined ? '' : `?ref=${source.ref}`;
  const text = `${source.repository}//${source.path}${ref}`;
  const { repository, path, ref: parsedRef } = parseModuleSource(text);
  if (
    repository !== source.repository ||
    path !== source.path ||
    parsedRef !== source.ref
  ) {
    throw iacError('module-source-invalid', {
      source: text,
      reason: 'does not read back as it was given',
    });
  }
  return text;
}

/** The same for every spelling of one repository: over https or ssh, with and without `.git`. */
export function repositoryKey(repository: string): string {
  return repository
    .replace(/^git::/, '')
    .replace(/^(https:\/\/|ssh:\/\/git@)/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
}

const KINDS: [RegExp, string][] = [
  [/[\s\p{C}]/u, 'has a space or a control character'],
  [/\$\{|%\{/, 'has a template in it'],
  [/^(\.{0,2}\/|\.{1,2}$|[A-Za-z]:\\|file:)/, 'is a path on a machine'],
  [/^tfr:/, 'is a registry module'],
  [/^(git::)?[\w.-]+@[^/]+:/, 'is in the short ssh form'],
  [/^git::http:/, 'is fetched without encryption'],
  [/^git::(https|ssh):\/\/[^/]*@/, 'has a user name or a password in it'],
  [/^(https?|s3|gcs|hg|smb)(::|:)/, 'is not in a Git repository'],
  [/^git::(?!https:|ssh:)/, 'has a protocol other than https and ssh'],
  [/\/\.{1,2}(\/|\?|$)|%2e/i, 'leaves its folder'],
  [/^git::[^?]*\?(?!ref=[^&#]*$)/, 'has other parameters than ref'],
  [/^git::[a-z]+:\/\/[^?]*$/, 'names no module folder after //'],
];

function whatItIs(source: string): string {
  const kind = KINDS.find(([pattern]) => pattern.test(source));
  return kind?.[1] ?? 'is not in a form that is known';
}
