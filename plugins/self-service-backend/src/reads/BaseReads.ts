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
  RepositoryText,
} from '@fairway/backstage-plugin-self-service-common';
import {
  checkPath,
  formatRepoUrl,
  type GitHost,
  type RepositoryRef,
  type TreeEntry,
} from '@fairway/git-host';
import { dependentsOf } from '@fairway/iac';
import { selfServiceError } from '../errors';
import { askPermissions } from '../gate/askPermissions';
import { BaseFiles } from '../gate/BaseFiles';
import { accountOf } from '../gate/baseFacts';
import { decideTargets } from '../gate/decideTargets';
import { isStack, readStack, STACK_FILE } from '../gate/deriveStack';
import { servicesOfCalls } from '../gate/deriveTerraform';
import { protectingGlob } from '../gate/fileRules';
import type { DerivedTarget } from '../gate/types';
import type { ModuleInspector } from '../modules/ModuleInspector';
import type { VettedModules } from '../modules/VettedModules';
import type { Repositories } from '../repositories/Repositories';
import { readTexts } from './readTexts';
import { serviceAtBase } from './serviceAtBase';

const MAX_PATHS = 50;
const MAX_FILES = 100;
/** Files that are looked through for those who need a unit. */
const MAX_SEARCHED = 2_000;
const UNIT_FILE = 'terragrunt.hcl';

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

interface Base {
  host: GitHost;
  repository: RepositoryRef;
  branch: string;
  sha: string;
  tree: TreeEntry[];
  protectedGlobs: string[];
}

/** Files of configured repositories, for people who may plan what they belong to. */
export class BaseReads {
  readonly #options: BaseReadsOptions;

  static create(options: BaseReadsOptions): BaseReads {
    return new BaseReads(options);
  }

  private constructor(options: BaseReadsOptions) {
    this.#options = options;
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
      for (const target of await this.#targetsOf(inside, {
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

  /** What a file that is there belongs to; nothing where nothing is, so that nobody is asked. */
  async #targetsOf(
    path: string,
    options: { base: Base; texts: BaseFiles; shared: string[] },
  ): Promise<DerivedTarget[]> {
    const { base, texts, shared } = options;
    const { modules } = this.#options;
    const { repo } = base.repository;
    if (isStack({ path }) && (await texts.read(path)) !== undefined) {
      const units = await this.#unitsOfStack(path, { base, texts });
      const targets = await Promise.all(
        units.map(({ folder, was }) =>
          this.#plan(`${folder}/${UNIT_FILE}`, {
            repo,
            texts,
            services: async () => [was!],
          }),
        ),
      );
      return targets.flat();
    }
    return this.#plan(path, {
      repo,
      texts,
      services: async ({ folder, service }) => {
        const files = inFolder(folder, base);
        if (files[0] === folder) return [];
        if (service !== undefined) return [service];
        const calls = files.filter(file => file.endsWith('.tf'));
        if (calls.length > 0 && !files.includes(`${folder}/${UNIT_FILE}`)) {
          return this.#servicesOfTerraform(calls, texts);
        }
        const stack = `${folder}/${STACK_FILE}`;
        if (
          files.includes(stack) &&
          !files.includes(`${folder}/${UNIT_FILE}`)
        ) {
          const units = await this.#unitsOfStack(stack, { base, texts });
          return [...new Set(units.map(({ was }) => was!))];
        }
        return [await this.#serviceOfUnit(folder, { texts, shared, modules })];
      },
    });
  }

  #unitsOfStack(path: string, options: { base: Base; texts: BaseFiles }) {
    const { base, texts } = options;
    return readStack(
      { path, delete: true },
      { ...this.#options, ...base, base: texts },
    );
  }

  async #plan(
    path: string,
    options: {
      repo: string;
      texts: BaseFiles;
      services(layout: { folder: string; service?: string }): Promise<string[]>;
    },
  ): Promise<DerivedTarget[]> {
    const { repo, texts, services } = options;
    const layout = await this.#options.ownership.targetOfPath({ repo, path });
    const { environment, folder, unit } = layout;
    if (
      environment === undefined ||
      (unit === undefined && layout.service === undefined)
    ) {
      throw withoutTarget(path, repo);
    }
    const found = await services(layout);
    if (found.length === 0) return [];
    const account = await accountOf(
      { ...layout, kind: 'unit', folder, environment, files: [] },
      texts,
    );
    return found.map(service => ({
      path: folder,
      exists: true,
      environment,
      service,
      ...(account !== undefined && { account }),
      question: { action: 'service.plan', environment, service, account },
    }));
  }

  async #servicesOfTerraform(
    paths: string[],
    texts: BaseFiles,
  ): Promise<string[]> {
    const services: string[] = [];
    for (const path of paths) {
      const content = (await texts.read(path)) ?? '';
      services.push(
        ...(await servicesOfCalls({ path, content }, this.#options.modules)),
      );
    }
    if (services.length === 0) {
      throw selfServiceError('unit-service-unknown', {
        path: paths[0],
        source: 'no module',
      });
    }
    return [...new Set(services)];
  }

  async #serviceOfUnit(
    folder: string,
    options: {
      texts: BaseFiles;
      shared: string[];
      modules: VettedModules;
    },
  ): Promise<string> {
    const { texts, shared, modules } = options;
    const path = `${folder}/${UNIT_FILE}`;
    const content = await texts.read(path);
    const around: RepositoryText[] = [];
    for (const file of shared.filter(each => isAbove(each, folder))) {
      const text = await texts.read(file);
      if (text !== undefined) around.push({ path: file, content: text });
    }
    const service =
      content === undefined
        ? undefined
        : await serviceAtBase({ path, content }, { shared: around, modules });
    if (service === undefined) {
      throw selfServiceError('unit-service-unknown', {
        path,
        source: 'an expression, or nothing',
      });
    }
    return service;
  }
}

function keyOf({ path, service }: DerivedTarget): string {
  return `${path} ${service}`;
}

/** Links and submodules are no files. */
function filesOf({ tree }: Base): string[] {
  return tree
    .filter(({ mode }) => mode.startsWith('100'))
    .map(({ path }) => path);
}

/** The files below a folder; the path itself where it is none. */
function inFolder(path: string, base: Base): string[] {
  const below = filesOf(base).filter(file => file.startsWith(`${path}/`));
  return below.length > 0 ? below : [path];
}

/** Whether a unit below `folder` may read a shared file: it lies in a folder above it, or in one such as `_envcommon` there. */
function isAbove(path: string, folder: string): boolean {
  const segments = path.split('/').slice(0, -1);
  const hidden = segments.findIndex(segment => segment.startsWith('_'));
  const parent = segments.slice(0, hidden === -1 ? undefined : hidden);
  return parent.length === 0 || `${folder}/`.startsWith(`${parent.join('/')}/`);
}

function withoutTarget(path: string, repo: string) {
  return selfServiceError('path-without-target', {
    path,
    repo,
    problem:
      'it is no file of a unit or service, nor shared by one of those that are read with it',
  });
}
