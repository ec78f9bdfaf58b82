// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import type {
  ModuleInspection,
  RepositoryText,
} from '@fairway/backstage-plugin-self-service-common';
import type { GitHost, RepositoryRef } from '@fairway/git-host';
import { type CatalogModule, readModule } from '@fairway/iac';
import { selfServiceError } from '../errors';
import { readTexts } from '../reads/readTexts';
import { offeredInputs } from './offeredInputs';
import type { VettedModules } from './VettedModules';

/** Modules are a handful of files; this many are no module. */
const MAX_FILES = 100;
/** Versions that are kept read. A tag may be moved, so they are kept by their commit. */
const MAX_KEPT = 50;

/** Reads what vetted modules take, at the versions that the catalog of modules lists. */
export class ModuleInspector {
  readonly #options: ModuleInspectorOptions;
  readonly #kept = new Map<string, Promise<RepositoryText[]>>();

  static create(options: ModuleInspectorOptions): ModuleInspector {
    return new ModuleInspector(options);
  }

  private constructor(options: ModuleInspectorOptions) {
    this.#options = options;
  }

  /**
   * A module for whoever fills its form: forced inputs have their one value, hidden ones are not there.
   *
   * @throws NotFoundError `module-not-found`, `module-version-not-listed`; ServiceUnavailableError `modules-unavailable`
   */
  async inspect(name: string, version: string): Promise<ModuleInspection> {
    const { module, listed, commitSha, files } = await this.#at(name, version);
    const facts = await readModule(files);
    const rules = await this.#options.modules.inputRules(name);
    const offered = offeredInputs(facts, rules);
    const template = templateAmong(files);
    return {
      name,
      title: module.title,
      service: module.service,
      source: module.source,
      version,
      status: listed.status,
      ...(listed.reason !== undefined && { reason: listed.reason }),
      commitSha,
      schema: offered.schema,
      uiSchema: offered.uiSchema,
      requiredInputs: offered.requiredInputs,
      sensitiveInputs: facts.sensitiveInputs,
      ...(Object.keys(rules.forcedInputs).length > 0 && {
        forcedInputs: rules.forcedInputs,
      }),
      outputs: facts.outputs.map(({ name: output, description, ...rest }) => ({
        name: output,
        ...(description !== undefined && { description }),
        isSensitive: rest.isSensitive,
      })),
      files: files.filter(({ path }) => path.endsWith('.tf')),
      ...(template !== undefined && { template }),
      ...(facts.readme !== undefined && { readme: facts.readme }),
      warnings: facts.warnings,
    };
  }

  /**
   * What a module takes at a version, whole, with what the catalog says about its inputs.
   *
   * @throws as `inspect` does
   */
  async takes(name: string, version: string): Promise<ModuleTakes> {
    const { files } = await this.#at(name, version);
    const { schema, sensitiveInputs } = await readModule(files);
    const rules = await this.#options.modules.inputRules(name);
    return { schema, sensitiveInputs, ...rules };
  }

  /**
   * The `terragrunt.hcl` of a template that stacks make units from; undefined where the folder has none.
   *
   * @throws as `inspect` does
   */
  async template(name: string, version: string): Promise<string | undefined> {
    const { files } = await this.#at(name, version);
    return templateAmong(files);
  }

  async #at(name: string, version: string) {
    const { modules, host, repository, repoUrl, source } = this.#options;
    const module = await modules.get(name);
    const listed = module.versions.find(each => each.version === version);
    if (!listed) {
      throw selfServiceError('module-version-not-listed', {
        name,
        version,
        known: module.versions.map(each => each.version).join(', ') || 'none',
      });
    }
    const commitSha = await host.resolve(repository, `refs/tags/${version}`);
    if (!commitSha) {
      throw selfServiceError('modules-unavailable', {
        file: `refs/tags/${version}`,
        repoUrl,
        problem: 'there is no such tag',
      });
    }
    const folder = module.source.slice(`${source}//`.length);
    const files = await this.#files(commitSha, folder);
    return { module, listed, commitSha, files };
  }

  #files(commitSha: string, folder: string): Promise<RepositoryText[]> {
    const key = `${commitSha} ${folder}`;
    const known = this.#kept.get(key);
    if (known) return known;
    const read = this.#read(commitSha, folder);
    this.#kept.set(key, read);
    read.catch(() => this.#kept.delete(key));
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MAX_KEPT) break;
      this.#kept.delete(oldest);
    }
    return read;
  }

  /** The files directly in the module's folder: those below are modules of their own. */
  async #read(ref: string, folder: string): Promise<RepositoryText[]> {
    const { host, repository } = this.#options;
    const entries = await host.readTree(repository, { ref, under: folder });
    const paths = entries
      .filter(({ mode }) => mode.startsWith('100'))
      .map(({ path }) => path)
      .filter(path =>
        /^([^/]+(\.tf|\.md)|terragrunt\.hcl)$/.test(
          path.slice(folder.length + 1),
        ),
      );
    const { texts } = await readTexts(paths, {
      host,
      repository,
      ref,
      limit: MAX_FILES,
    });
    return texts.map(({ path, content }) => ({
      path: path.slice(folder.length + 1),
      content,
    }));
  }
}

function templateAmong(files: RepositoryText[]): string | undefined {
  return files.find(({ path }) => path === 'terragrunt.hcl')?.content;
}

/** What a module takes, and what the catalog of modules says about it. */
export interface ModuleTakes
  extends Pick<CatalogModule, 'forcedInputs' | 'hiddenInputs'> {
  /** JSON Schema of all inputs. */
  schema: JsonObject;
  sensitiveInputs: string[];
}

/** What {@link ModuleInspector} takes. */
export interface ModuleInspectorOptions {
  modules: VettedModules;
  host: GitHost;
  repository: RepositoryRef;
  repoUrl: string;
  /** How units name the modules repository. */
  source: string;
}
