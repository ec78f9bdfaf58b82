// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Config } from '@backstage/config';
import { formatRepoUrl } from '@fairway/git-host';
import { at } from './at';
import { readGroup } from './readGroup';

const VISIBILITIES = ['private', 'public'] as const;

export type Visibility = (typeof VISIBILITIES)[number];

/** Of whom repositories may be begun, and by which rules. */
export interface NewRepositorySettings {
  /** As repoUrls begin: `github.com`, `local`. */
  host: string;
  owner: string;
  /** Of the ownership policy: its rules for services there decide. */
  environment: string;
  visibilities: Visibility[];
  /** Who has to say yes beside those whom the policy asks, as group entity refs. */
  approvers: string[];
  /** Globs of files that none begins with. */
  protectedGlobs: string[];
}

/** What has a repository run or decide something. */
const DEFAULT_PROTECTED = ['.github/**', '**/CODEOWNERS'];

const isVisibility = (value: string): value is Visibility =>
  (VISIBILITIES as readonly string[]).includes(value);

/** Reads `selfService.newRepositories`; none when left out. Throws `config-invalid`. */
export function readNewRepositories(config: Config): NewRepositorySettings[] {
  const place = 'selfService.newRepositories';
  const entries = at(place, () => config.getOptionalConfigArray(place)) ?? [];
  return entries.map((entry, index) => {
    const key = `${place}[${index}]`;
    return at(key, () => {
      const [host, owner] = [entry.getString('host'), entry.getString('owner')];
      formatRepoUrl({ host, owner, repo: 'any' });
      const visibilities = entry.getOptionalStringArray('visibility') ?? [
        'private',
      ];
      const unknown = visibilities.find(each => !isVisibility(each));
      if (unknown !== undefined) {
        throw new Error(`"${unknown}" is neither "private" nor "public"`);
      }
      return {
        ...{ host, owner, environment: entry.getString('environment') },
        visibilities: visibilities.filter(isVisibility),
        approvers: (entry.getOptionalStringArray('approvers') ?? []).map(
          readGroup,
        ),
        protectedGlobs:
          entry.getOptionalStringArray('protected') ?? DEFAULT_PROTECTED,
      };
    });
  });
}
