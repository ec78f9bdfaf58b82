// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { iacError } from '../errors';
import { ModuleCatalog } from './catalog';
import { parseModuleSource, repositoryKey } from './source';

/** A module at a version that may be used. @public */
export interface VettedModule {
  name: string;
  version: string;
  status: 'approved';
  /** Service of the ownership policy. */
  service: string;
  title: string;
  /** Folder in the modules repository. */
  path: string;
}

/**
 * The vetted module that a source names.
 *
 * @param options - `source` as a unit has it, with `?ref=`; `modulesSource` is the vetted repository, `git::https://host/acme/infrastructure-modules.git`
 * @throws module-source-invalid, module-outside-repository, module-unknown, module-version-missing,
 * module-version-not-a-tag, module-version-unknown, module-version-blocked
 * @public
 */
export function findModule(
  catalog: Pick<ModuleCatalog, 'modules'>,
  options: { source: string; modulesSource: string },
): VettedModule {
  const { repository, path, ref } = parseModuleSource(options.source);
  if (repositoryKey(repository) !== repositoryKey(options.modulesSource)) {
    throw iacError('module-outside-repository', {
      source: options.source,
      repository: options.modulesSource,
    });
  }
  const module = catalog.modules.find(candidate => candidate.path === path);
  if (!module) {
    throw iacError('module-unknown', {
      path,
      known:
        catalog.modules.map(candidate => candidate.name).join(', ') || 'none',
    });
  }
  const { name, service, title, versions } = module;
  const approved =
    versions
      .filter(candidate => candidate.status === 'approved')
      .map(candidate => candidate.version)
      .join(', ') || 'none is approved';
  if (ref === undefined) {
    throw iacError('module-version-missing', {
      source: options.source,
      approved,
    });
  }

  const version = versions.find(candidate => candidate.version === ref);
  if (version?.status === 'blocked') {
    throw iacError('module-version-blocked', {
      name,
      version: ref,
      reason: version.reason ?? 'no reason is given',
      approved,
    });
  }
  if (!version) {
    const what = notATag(ref);
    throw what
      ? iacError('module-version-not-a-tag', { version: ref, what, approved })
      : iacError('module-version-unknown', { name, version: ref, approved });
  }
  return { name, version: ref, status: 'approved', service, title, path };
}

function notATag(ref: string): string | undefined {
  if (/^[0-9a-f]{7,64}$/i.test(ref)) return 'a commit';
  return /^v?\d+(\.\d+)*([-+].*)?$/.test(ref) ? undefined : 'a branch';
}
