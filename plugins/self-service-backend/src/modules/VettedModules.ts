// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { VettedModule } from '@fairway/backstage-plugin-self-service-common';
import type { GitHost, RepositoryRef } from '@fairway/git-host';
import {
  type CatalogLifetime,
  type CatalogModule,
  findModule,
  type ModuleCatalog,
  parseModuleCatalog,
} from '@fairway/iac';
import { selfServiceError } from '../errors';

/** The module that a unit names, at the version that it names. */
export interface UnitModule {
  name: string;
  version: string;
  /** Service of the ownership policy. */
  service: string;
}

/**
 * The vetted modules, as `iac-catalog.yaml` at the tip of the modules repository's default branch lists them. Read for
 * every question: what was blocked a second ago is blocked.
 */
export class VettedModules {
  readonly #options: VettedModulesOptions;
  #known?: { sha: string; catalog: ModuleCatalog };

  static create(options: VettedModulesOptions): VettedModules {
    return new VettedModules(options);
  }

  private constructor(options: VettedModulesOptions) {
    this.#options = options;
  }

  /** @throws ServiceUnavailableError `modules-unavailable` */
  async list(): Promise<VettedModule[]> {
    const { modules } = await this.#catalog();
    return modules.map(module => this.#toWire(module));
  }

  /** @throws NotFoundError `module-not-found`, ServiceUnavailableError `modules-unavailable` */
  async get(name: string): Promise<VettedModule> {
    const { modules } = await this.#catalog();
    const module = modules.find(candidate => candidate.name === name);
    if (!module) {
      throw selfServiceError('module-not-found', {
        name,
        known: modules.map(known => `"${known.name}"`).join(', ') || 'none',
      });
    }
    return this.#toWire(module);
  }

  /**
   * The module of a unit's `terraform.source`.
   *
   * @throws the `module-…` errors of `findModule` for what is not vetted, ServiceUnavailableError `modules-unavailable`
   */
  async ofUnit(source: string): Promise<UnitModule> {
    const { name, version, service } = findModule(await this.#catalog(), {
      source,
      modulesSource: this.#options.source,
    });
    return { name, version, service };
  }

  /**
   * The service of a module at any version, also one that is blocked by now: for what is there already.
   * Undefined for a source that is not of the vetted modules.
   */
  async serviceOf(source: string): Promise<string | undefined> {
    const { modules } = await this.#catalog();
    const [plain] = source.split('?');
    return modules.find(
      ({ path }) => plain === `${this.#options.source}//${path}`,
    )?.service;
  }

  /** What the catalog says about inputs of a module, for everybody who uses it. */
  async inputRules(
    name: string,
  ): Promise<Pick<CatalogModule, 'forcedInputs' | 'hiddenInputs'>> {
    const { modules } = await this.#catalog();
    const module = modules.find(candidate => candidate.name === name);
    return {
      forcedInputs: module?.forcedInputs ?? {},
      hiddenInputs: module?.hiddenInputs ?? [],
    };
  }

  /** How long what a module makes may live; nothing where the list says nothing, or has the module no more. */
  async lifetimeOf(name: string): Promise<CatalogLifetime> {
    const { modules } = await this.#catalog();
    return modules.find(candidate => candidate.name === name)?.lifetime ?? {};
  }

  async #catalog(): Promise<ModuleCatalog> {
    const { host, repository, repoUrl, catalogFile } = this.#options;
    const unavailable = (problem: string) =>
      selfServiceError('modules-unavailable', {
        file: catalogFile,
        repoUrl,
        problem,
      });
    const branch = await host.defaultBranch(repository);
    const sha = await host.resolve(repository, branch);
    if (!sha) throw unavailable(`the branch "${branch}" has no commit`);
    if (this.#known?.sha === sha) return this.#known.catalog;
    const bytes = await host.readFile(repository, {
      ref: sha,
      path: catalogFile,
    });
    if (!bytes) throw unavailable(`there is no such file on "${branch}"`);
    const catalog = parseModuleCatalog(Buffer.from(bytes).toString('utf8'));
    const [problem] = catalog.problems;
    // A module with a problem is left out of the catalog; with no module left, the file itself is the problem.
    if (problem && catalog.modules.length === 0) {
      throw unavailable(
        `line ${problem.line}, column ${problem.column}: ${problem.message}`,
      );
    }
    this.#known = { sha, catalog };
    return catalog;
  }

  #toWire(module: CatalogModule): VettedModule {
    const { name, title, description, service, path, versions } = module;
    const { ownerRef } = this.#options;
    return {
      name,
      title,
      description,
      service,
      source: `${this.#options.source}//${path}`,
      ...(ownerRef !== undefined && { ownerRef }),
      versions: [...versions].sort((one, other) =>
        compareVersions(other.version, one.version),
      ),
    };
  }
}

/** What {@link VettedModules} takes. */
export interface VettedModulesOptions {
  host: GitHost;
  repository: RepositoryRef;
  repoUrl: string;
  /** How units name the modules repository. */
  source: string;
  catalogFile: string;
  /** Who keeps the modules, as entity ref. */
  ownerRef?: string;
}

/** By the numbers of `v1.10.0`; what follows a hyphen comes before the release. */
function compareVersions(one: string, other: string): number {
  const parts = (version: string) =>
    version.replace(/^v/, '').split('-')[0].split('.').map(Number);
  const [left, right] = [parts(one), parts(other)];
  for (let index = 0; index < 3; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  const release = (version: string) => (version.includes('-') ? 0 : 1);
  return release(one) - release(other) || one.localeCompare(other, 'en-US');
}
