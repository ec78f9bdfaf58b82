// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RootConfigService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { backendError } from '../errors';
import type { PolicyLocation } from '../policy/types';

const PLACES = ['file', 'directory', 'url'] as const;
const POLICY_KEYS = [...PLACES, 'tests'];

/** What `ownership` of the portal's configuration says to this plugin; other keys there are other packages'. */
export interface Settings {
  /** None: no policy is configured, so everything that one manages is refused. */
  location?: PolicyLocation;
  /** Group entity refs, folded; none by default. */
  administrators: string[];
}

/**
 * Reads `ownership`.
 *
 * @throws InputError `ownership-config-unknown-key`: a mistyped `tests` would leave the cases out silently
 * @throws InputError `ownership-config-invalid`
 */
export function readSettings(config: RootConfigService): Settings {
  const ownership = config.getOptionalConfig('ownership');
  if (!ownership) return { administrators: [] };
  const policy = ownership.getOptionalConfig('policy');
  return {
    location: policy && readLocation(policy),
    administrators: (
      ownership.getOptionalStringArray('administrators') ?? []
    ).map(readGroup),
  };
}

function readLocation(policy: Config): PolicyLocation | undefined {
  const unknown = policy.keys().find(key => !POLICY_KEYS.includes(key));
  if (unknown !== undefined) {
    throw backendError('ownership-config-unknown-key', {
      key: `ownership.policy.${unknown}`,
      keys: POLICY_KEYS.map(key => `"${key}"`).join(', '),
    });
  }
  const tests = policy.getOptionalString('tests');
  const given = PLACES.flatMap(kind => {
    // An environment variable that is not set leaves the key out: no policy, which refuses, but no crash.
    const place = policy.getOptionalString(kind);
    return place === undefined ? [] : [{ kind, place }];
  });
  if (given.length > 1) {
    const names = given.map(({ kind }) => `"${kind}"`).join(' and ');
    throw invalid(
      `"ownership.policy" has ${names}: keep one of them, a policy has one source`,
    );
  }
  if (given.length === 0) return undefined;
  const [{ kind, place }] = given;
  if (kind === 'directory' && tests !== undefined) {
    throw invalid(
      '"ownership.policy" has "directory" and "tests": remove "tests", the cases are in the folder',
    );
  }
  if (kind === 'url') {
    for (const url of [place, tests]) {
      if (url !== undefined && !URL.canParse(url)) {
        throw invalid(
          `"${url}" is not a URL: write one such as "https://github.com/acme/policies/blob/main/policy.yaml"`,
        );
      }
    }
  }
  return kind === 'directory' ? { kind, place } : { kind, place, tests };
}

function readGroup(ref: string): string {
  try {
    const parsed = parseEntityRef(ref);
    if (parsed.kind.toLocaleLowerCase('en-US') === 'group') {
      return stringifyEntityRef(parsed);
    }
  } catch {
    // Said below.
  }
  throw invalid(
    `"${ref}" in "ownership.administrators" is not a group: write a full reference such as "group:default/platform"`,
  );
}

function invalid(problem: string) {
  return backendError('ownership-config-invalid', { problem });
}
