// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Config } from '@backstage/config';
import { formatRepoUrl, parseRepoUrl } from '@fairway/git-host';
import { parseModuleSource } from '@fairway/iac';
import type { WebhookTarget } from '@fairway/requests-node';
import { readReceivers } from '../dispatch/receivers/readReceivers';
import type { Receiver } from '../dispatch/receivers/types';
import { at, invalid } from './at';
import {
  type LifetimeSettings,
  readLifetimeSettings,
} from './readLifetimeSettings';
import { readGroup } from './readGroup';
import {
  type NewRepositorySettings,
  readNewRepositories,
} from './readNewRepositories';
import { readReportSettings, type ReportSettings } from './readReportSettings';
import { readWatchSettings, type WatchSettings } from './readWatchSettings';
import { readWorkerSettings, type WorkerSettings } from './readWorkerSettings';

const APPLY = ['none', 'checks', 'report'] as const;
const DEFAULT_CATALOG_FILE = 'iac-catalog.yaml';
/** What decides over every unit of a repository, or over the repository itself. */
export const DEFAULT_PROTECTED = [
  '.github/**',
  '**/_envcommon/**',
  '**/{root,account,region,env}.hcl',
  '**/CODEOWNERS',
];

/** A repository that may be written. */
export interface RepositorySettings {
  /** In its one spelling. */
  repoUrl: string;
  apply: (typeof APPLY)[number];
  /** Globs that are refused before anything else is looked at. */
  protectedGlobs: string[];
  /** Globs of YAML files that a service's folder may hold beside its `values.yaml`. */
  yamlGlobs: string[];
}

/** The settings of `selfService`, checked. */
export interface SelfServiceSettings {
  repositories: RepositorySettings[];
  /** Of whom repositories may be begun. */
  newRepositories: NewRepositorySettings[];
  modules: {
    repoUrl: string;
    source: string;
    catalogFile: string;
    /** Group that owns them in the catalog, as entity ref. */
    owner?: string;
  };
  /** Folder of the local bare repositories; there if any repoUrl is local. */
  localRoot?: string;
  /** Group entity refs. */
  administrators: string[];
  /** Receivers of news beside the portal's own notifications. */
  webhooks: WebhookTarget[];
  report: ReportSettings;
  watch: WatchSettings;
  lifetimes: LifetimeSettings;
  worker: WorkerSettings;
  /** Who is told to do something elsewhere. */
  dispatch: Receiver[];
}

/**
 * Reads `selfService`.
 *
 * @throws InputError `config-invalid` with the name of the key
 */
export function readSelfServiceConfig(config: Config): SelfServiceSettings {
  const repositories = at('selfService.repositories', () =>
    config.getConfigArray('selfService.repositories'),
  ).map((entry, index) =>
    readRepository(entry, `selfService.repositories[${index}]`),
  );
  if (repositories.length === 0) {
    throw invalid('selfService.repositories', 'it is empty');
  }
  const repoUrls = repositories.map(({ repoUrl }) => repoUrl);
  const twice = repoUrls.findIndex((url, i) => repoUrls.indexOf(url) !== i);
  if (twice !== -1) {
    throw invalid(
      `selfService.repositories[${twice}].repoUrl`,
      `"${repoUrls[twice]}" comes twice`,
    );
  }
  const newRepositories = readNewRepositories(config);
  const modules = readModules(config);
  const localRoot = at('selfService.local.root', () =>
    config.getOptionalString('selfService.local.root'),
  );
  if (
    localRoot === undefined &&
    [
      ...[...repoUrls, modules.repoUrl].map(parseRepoUrl),
      ...newRepositories,
    ].some(({ host }) => host === 'local')
  ) {
    throw invalid(
      'selfService.local.root',
      'it is missing, and a repository is on the host "local"',
    );
  }
  return {
    repositories,
    newRepositories,
    modules,
    localRoot,
    administrators: readAdministrators(config),
    webhooks: readWebhooks(config),
    report: readReportSettings(config),
    watch: readWatchSettings(config),
    lifetimes: readLifetimeSettings(config),
    worker: readWorkerSettings(config),
    dispatch: readReceivers(config),
  };
}

function readRepository(entry: Config, key: string): RepositorySettings {
  const apply = at(`${key}.apply`, () => entry.getString('apply'));
  if (!isApply(apply)) {
    throw invalid(
      `${key}.apply`,
      `"${apply}" is none of ${APPLY.map(value => `"${value}"`).join(', ')}`,
    );
  }
  return {
    repoUrl: readRepoUrl(entry, { key: `${key}.repoUrl`, name: 'repoUrl' }),
    apply,
    protectedGlobs:
      at(`${key}.protected`, () => entry.getOptionalStringArray('protected')) ??
      DEFAULT_PROTECTED,
    yamlGlobs:
      at(`${key}.yaml`, () => entry.getOptionalStringArray('yaml')) ?? [],
  };
}

function readModules(config: Config): SelfServiceSettings['modules'] {
  const source = at('selfService.modules.source', () => {
    const text = config.getString('selfService.modules.source');
    parseModuleSource(`${text}//modules/name`);
    return text;
  });
  return {
    repoUrl: readRepoUrl(config, {
      key: 'selfService.modules.repoUrl',
      name: 'selfService.modules.repoUrl',
    }),
    source,
    catalogFile:
      at('selfService.modules.catalogFile', () =>
        config.getOptionalString('selfService.modules.catalogFile'),
      ) ?? DEFAULT_CATALOG_FILE,
    owner: at('selfService.modules.owner', () => {
      const ref = config.getOptionalString('selfService.modules.owner');
      return ref && readGroup(ref);
    }),
  };
}

function readRepoUrl(
  config: Config,
  options: { key: string; name: string },
): string {
  return at(options.key, () =>
    formatRepoUrl(parseRepoUrl(config.getString(options.name))),
  );
}

function readAdministrators(config: Config): string[] {
  const refs =
    at('selfService.administrators', () =>
      config.getOptionalStringArray('selfService.administrators'),
    ) ?? [];
  return refs.map((ref, index) =>
    at(`selfService.administrators[${index}]`, () => readGroup(ref)),
  );
}

function readWebhooks(config: Config): WebhookTarget[] {
  const entries =
    at('selfService.webhooks', () =>
      config.getOptionalConfigArray('selfService.webhooks'),
    ) ?? [];
  return entries.map((entry, index) =>
    at(`selfService.webhooks[${index}]`, () => {
      const url = entry.getString('url');
      const { protocol } = new URL(url);
      if (protocol !== 'https:' && protocol !== 'http:') {
        throw new Error(`"${url}" is no http or https address`);
      }
      return {
        url,
        secret: entry.getOptionalString('secret'),
        environments: entry.getOptionalStringArray('environments'),
        events: entry.getOptionalStringArray('events'),
      };
    }),
  );
}

function isApply(value: string): value is (typeof APPLY)[number] {
  return (APPLY as readonly string[]).includes(value);
}
