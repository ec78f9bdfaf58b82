// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  moduleOutsideRepository,
  moduleUnknown,
  moduleVersionBlocked,
  moduleVersionMissing,
  moduleVersionNotATag,
  moduleVersionUnknown,
} from '../errors';
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
 * @throws MODULE_SOURCE_INVALID, MODULE_OUTSIDE_REPOSITORY, MODULE_UNKNOWN, MODULE_VERSION_MISSING,
 * MODULE_VERSION_NOT_A_TAG, MODULE_VERSION_UNKNOWN, MODULE_VERSION_BLOCKED
 * @public
 */
export function findModule(
  catalog: Pick<ModuleCatalog, 'modules'>,
  options: { source: string; modulesSource: string },
): VettedModule {
  const { repository, path, ref } = parseModuleSource(options.source);
  if (repositoryKey(repository) !== repositoryKey(options.modulesSource)) {
    throw moduleOutsideRepository(options.source, options.modulesSource);
  }
  const module = catalog.modules.find(candidate => candidate.path === path);
  if (!module) {
    throw moduleUnknown(
      path,
      catalog.modules.map(candidate => candidate.name),
    );
  }
  const { name, service, title, versions } = module;
  const approved = versions
    .filter(candidate => candidate.status === 'approved')
    .map(candidate => candidate.version);
  if (ref === undefined) throw moduleVersionMissing(options.source, approved);

  const version = versions.find(candidate => candidate.version === ref);
  if (version?.status === 'blocked') {
    throw moduleVersionBlocked({
      name,
      version: ref,
      reason: version.reason ?? 'no reason is given',
      approved,
    });
  }
  if (!version) {
    const what = notATag(ref);
    throw what
      ? moduleVersionNotATag({ ref, what, approved })
      : moduleVersionUnknown({ name, version: ref, approved });
  }
  return { name, version: ref, status: 'approved', service, title, path };
}

function notATag(ref: string): string | undefined {
  if (/^[0-9a-f]{7,64}$/i.test(ref)) return 'a commit';
  return /^v?\d+(\.\d+)*([-+].*)?$/.test(ref) ? undefined : 'a branch';
}
