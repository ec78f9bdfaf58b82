// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Reads files for a person, as they are at the tip of the default branch. A file is read by whoever may plan the target
// that it belongs to; a shared file, such as root.hcl, by whoever reads a unit below it. Nothing else is read, whatever
// the portal's own credentials could reach.
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { OwnershipService } from '@fairway/backstage-plugin-ownership-node';
import type {
  DependentsAnswer,
  RepositoryFilesAnswer,
} from '@fairway/backstage-plugin-self-service-common';
import { checkPath, formatRepoUrl } from '@fairway/git-host';
import { dependentsOf } from '@fairway/iac';
import { selfServiceError } from '../errors';
import { askPermissions } from '../gate/askPermissions';
import { BaseFiles } from '../gate/BaseFiles';
import { decideTargets } from '../gate/decideTargets';
import { protectingGlob } from '../gate/fileRules';
import type { DerivedTarget } from '../gate/types';
import type { ModuleInspector } from '../modules/ModuleInspector';
import type { VettedModules } from '../modules/VettedModules';
import type { Repositories } from '../repositories/Repositories';
import { type Base, filesOf, inFolder, isAbove, withoutTarget } from './base';
import { BaseTargets, UNIT_FILE } from './BaseTargets';
import { readTexts } from './readTexts';

const MAX_PATHS = 50;
const MAX_FILES = 100;
/** Files that are looked through for those who need a unit. */
const MAX_SEARCHED = 2_000;

/** What {@link BaseReads} asks. */
export interface BaseReadsOptions {
  ownership: OwnershipService;
  permissions: PermissionsService;
  repositories: Repositories;
  modules: VettedModules;
  inspector: ModuleInspector;
}

/** Whose reading it is. */
export interface Reader {
  userRef: string;
  credentials: BackstageCredentials;
}

/** Files of configured repositories, for people who may plan what they belong to. */
export class BaseReads {
  readonly #options: BaseReadsOptions;
  readonly #targets: BaseTargets;

  static create(options: BaseReadsOptions): BaseReads {
    return new BaseReads(options);
  }

  private constructor(options: BaseReadsOptions) {
    this.#options = options;
    this.#targets = BaseTargets.create(options);
  }

  /**
   * @throws NotAllowedError `repository-not-configured`, `policy-denied`, `permission-denied`, `path-without-target`,
   * `unit-service-unknown`; InputError `git-path-invalid`, `too-many-files-to-read`, `file-not-readable`
   */
  async files(
    question: { repoUrl: string; paths: string[] },
    reader: Reader,
  ): Promise<RepositoryFilesAnswer> {
    const { paths } = question;
    if (paths.length > MAX_PATHS) {
      throw selfServiceError('too-many-files-to-read', {
        count: paths.length,
        limit: MAX_PATHS,
      });
    }
    paths.forEach(checkPath);
    const base = await this.#base(question.repoUrl);
    const wanted = new Set(paths.flatMap(path => inFolder(path, base)));
    const { folders, shared } = await this.#check([...wanted], base, reader);
    const read = { ...base, ref: base.sha };
    const { texts, missing } = await readTexts([...wanted], {
      ...read,
      limit: MAX_FILES,
    });
    const around = await readTexts(
      shared.filter(path => folders.some(folder => isAbove(path, folder))),
      { ...read, limit: MAX_FILES, lenient: true },
    );
    return {
      repoUrl: formatRepoUrl(base.repository),
      baseBranch: base.branch,
      baseSha: base.sha,
      files: texts,
      missing,
      shared: around.texts,
    };
  }

  /**
   * Who needs the unit in a folder, in the whole repository: names and places only, no content.
   *
   * @throws as `files` does
   */
  async dependents(
    question: { repoUrl: string; path: string },
    reader: Reader,
  ): Promise<DependentsAnswer> {
    const { path } = question;
    checkPath(path);
    const base = await this.#base(question.repoUrl);
    await this.#check([`${path}/${UNIT_FILE}`], base, reader);
    const { texts } = await readTexts(
      filesOf(base).filter(file => /\.hcl$/.test(file)),
      { ...base, ref: base.sha, limit: MAX_SEARCHED, lenient: true },
    );
    const { dependents, unresolved } = await dependentsOf(path, texts);
    return {
      dependents: dependents.map(({ by, ...dependent }) => dependent),
      unresolved,
    };
  }

  async #base(repoUrl: string): Promise<Base> {
    const { host, repository, entry } =
      this.#options.repositories.writable(repoUrl);
    const branch = await host.defaultBranch(repository);
    const sha = await host.resolve(repository, `refs/heads/${branch}`);
    if (!sha) throw selfServiceError('base-unknown', { branch, repoUrl });
    const tree = await host.readTree(repository, { ref: sha });
    const { protectedGlobs } = entry;
    return { host, repository, branch, sha, tree, protectedGlobs };
  }

  /** Refuses unless the person may plan every target; answers their folders, and the shared files of the repository. */
  async #check(
    paths: string[],
    base: Base,
    reader: Reader,
  ): Promise<{ folders: string[]; shared: string[] }> {
    const { ownership, permissions } = this.#options;
    const { host, repository, sha, protectedGlobs } = base;
    const { repo } = repository;
    const shared = filesOf(base).filter(
      path => path.endsWith('.hcl') && protectingGlob(path, protectedGlobs),
    );
    const texts = BaseFiles.create({ host, repository, ref: sha });
    const there = new Set(filesOf(base));
    const derived = new Map<string, DerivedTarget>();
    for (const path of paths) {
      if (shared.includes(path)) continue;
      // What is not there may be a folder as well, and belongs to what would be in it.
      const inside = there.has(path) ? path : `${path}/${UNIT_FILE}`;
      for (const target of await this.#targets.of(inside, {
        base,
        texts,
        shared,
      })) {
        derived.set(keyOf(target), target);
      }
    }
    const folders = Array.from(derived.values(), target => target.path);
    const alone = paths.find(
      path =>
        shared.includes(path) && !folders.some(folder => isAbove(path, folder)),
    );
    if (alone !== undefined) throw withoutTarget(alone, repo);
    if (folders.length > 0) {
      const { userRef, credentials } = reader;
      const targets = await decideTargets([...derived.values()], {
        ownership,
        userRef,
      });
      await askPermissions(targets, {
        permissions,
        credentials,
        userRef,
        deciderRefs: [],
      });
    }
    return { folders, shared };
  }
}

function keyOf({ path, service }: DerivedTarget): string {
  return `${path} ${service}`;
}
