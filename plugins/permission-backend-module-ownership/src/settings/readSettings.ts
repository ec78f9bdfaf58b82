// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { permissionError } from '../errors';
import type { NamedRepository } from '../policy/allowedActions';
import type { Grant, PermissionSettings } from './types';

const KEY = 'ownership.permissions';
const KEYS = [
  'install',
  'administrators',
  'templateAuthors',
  'readWithoutPreset',
  'actions',
  'repositories',
  'grants',
];
const EVERYONE = 'everyone';
/** What `grants` may not open: which actions run is said by `actions` and `repositories`. */
const EXECUTE = 'scaffolder.action.execute';

/**
 * Reads `ownership.permissions`. Strict: a mistyped key or ref would leave
 * somebody with less, or a restriction with fewer words, than was meant.
 *
 * @throws InputError `ownership-permissions-unknown-key`, `ownership-permissions-invalid`
 * @public
 */
export function readSettings(config: Config): PermissionSettings {
  const section = config.getOptionalConfig(KEY);
  checkKeys(section, '', KEYS);
  return {
    install: section?.getOptionalBoolean('install') ?? true,
    administrators: refs(section, 'administrators', ''),
    templateAuthors: refs(section, 'templateAuthors', ''),
    readWithoutPreset: readWithoutPreset(section),
    actions: patterns(section, 'actions', ''),
    repositories: items(section, 'repositories').map(readRepository),
    grants: readGrants(items(section, 'grants')),
  };
}

function readWithoutPreset(section: Config | undefined): 'allow' | 'deny' {
  const value = section?.getOptionalString('readWithoutPreset') ?? 'deny';
  if (value !== 'allow' && value !== 'deny') {
    throw invalid('.readWithoutPreset', value, '"allow" or "deny"');
  }
  return value;
}

function readRepository(item: Config, index: number): NamedRepository {
  const path = `.repositories[${index}]`;
  checkKeys(item, path, ['repoUrl', 'actions']);
  const repoUrl = item.getString('repoUrl');
  if (!/^[^\s?]+\?\S+$/.test(repoUrl)) {
    const instead =
      'it as actions get it: "github.com?owner=acme&repo=website"';
    throw invalid(`${path}.repoUrl`, repoUrl, instead);
  }
  return { repoUrl, actions: patterns(item, 'actions', path) };
}

function readGrants(grants: Config[]): ReadonlyMap<string, Grant> {
  const byName = new Map<string, Grant>();
  grants.forEach((item, index) => {
    const path = `.grants[${index}]`;
    checkKeys(item, path, ['permission', 'to']);
    const name = item.getString('permission');
    if (name === EXECUTE || !/^\w[\w.-]*$/.test(name)) {
      const instead =
        'the name of one permission, such as "catalog.location.create"; scaffolder actions are named in "actions" and "repositories"';
      throw invalid(`${path}.permission`, name, instead);
    }
    if (byName.has(name)) {
      throw invalid(
        `${path}.permission`,
        name,
        'it once, with everybody in "to"',
      );
    }
    byName.set(name, readGrant(item.getStringArray('to'), `${path}.to`));
  });
  return byName;
}

function readGrant(to: string[], path: string): Grant {
  return {
    everyone: to.includes(EVERYONE),
    refs: to.filter(ref => ref !== EVERYONE).map(ref => toRef(ref, path)),
  };
}

function refs(
  section: Config | undefined,
  key: string,
  path: string,
): string[] {
  const values = section?.getOptionalStringArray(key) ?? [];
  return values.map(ref => toRef(ref, `${path}.${key}`));
}

function toRef(value: string, path: string): string {
  const wrong = () =>
    invalid(
      path,
      value,
      'a full group or user, such as "group:default/platform"',
    );
  // Without kind and namespace it would be a guess who is meant.
  if (!/^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/.test(value)) {
    throw wrong();
  }
  const ref = stringifyEntityRef(parseEntityRef(value));
  if (!/^(user|group):/.test(ref)) {
    throw wrong();
  }
  return ref;
}

function patterns(
  section: Config | undefined,
  key: string,
  path: string,
): string[] {
  const values = section?.getOptionalStringArray(key) ?? [];
  const wrong = values.find(value => !/^[\w:.*-]+$/.test(value));
  if (wrong !== undefined) {
    const instead =
      'the id of an action, such as "publish:github", or "acme:*"';
    throw invalid(`${path}.${key}`, wrong, instead);
  }
  return values;
}

function items(section: Config | undefined, key: string): Config[] {
  return section?.getOptionalConfigArray(key) ?? [];
}

function checkKeys(
  section: Config | undefined,
  path: string,
  known: readonly string[],
): void {
  const unknown = section?.keys().find(key => !known.includes(key));
  if (unknown !== undefined) {
    throw permissionError('ownership-permissions-unknown-key', {
      path: `${path}.${unknown}`,
      keys: known.map(key => `"${key}"`).join(', '),
    });
  }
}

function invalid(path: string, value: string, instead: string) {
  return permissionError('ownership-permissions-invalid', {
    path,
    value,
    instead,
  });
}
