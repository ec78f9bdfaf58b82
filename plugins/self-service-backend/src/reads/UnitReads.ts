// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Units for people who may plan them: a list for pickers, and what one of them sets, for a form that starts from Git
// and not from memory.
import type { PermissionsService } from '@backstage/backend-plugin-api';
import {
  type OwnershipService,
  refusedByPermissions,
} from '@fairway/backstage-plugin-ownership-node';
import type {
  RepositoryText,
  UnitAnswer,
  UnitsAnswer,
  UnitSummary,
} from '@fairway/backstage-plugin-self-service-common';
import { formatRepoUrl } from '@fairway/git-host';
import { inspectTerragruntUnit } from '@fairway/iac';
import { selfServiceError } from '../errors';
import { accountOf, sameName } from '../gate/baseFacts';
import { BaseFiles } from '../gate/BaseFiles';
import type { VettedModules } from '../modules/VettedModules';
import type { Repositories } from '../repositories/Repositories';
import type { BaseReads, Reader } from './BaseReads';
import { moduleAtBase } from './moduleAtBase';
import { readTexts } from './readTexts';

const UNIT_FILE = 'terragrunt.hcl';
/** Files that are looked through for units. */
const MAX_FILES = 2_000;

/** What {@link UnitReads} asks. */
export interface UnitReadsOptions {
  ownership: OwnershipService;
  permissions: PermissionsService;
  repositories: Repositories;
  modules: VettedModules;
  reads: BaseReads;
}

/** Units of configured repositories, at the tip of the default branch. */
export class UnitReads {
  readonly #options: UnitReadsOptions;

  static create(options: UnitReadsOptions): UnitReads {
    return new UnitReads(options);
  }

  private constructor(options: UnitReadsOptions) {
    this.#options = options;
  }

  /**
   * The units that the person may plan. Of the others only how many they are is told.
   *
   * @throws NotAllowedError `repository-not-configured`; InputError `too-many-files-to-read`
   */
  async list(
    question: { repoUrl: string; environment?: string },
    reader: Reader,
  ): Promise<UnitsAnswer> {
    const { repoUrl, environment } = question;
    const { host, repository } = this.#options.repositories.writable(repoUrl);
    const branch = await host.defaultBranch(repository);
    const sha = await host.resolve(repository, `refs/heads/${branch}`);
    if (!sha) throw selfServiceError('base-unknown', { branch, repoUrl });
    const tree = await host.readTree(repository, { ref: sha });
    const { texts } = await readTexts(
      tree
        .filter(({ mode, path }) => mode.startsWith('100') && isHcl(path))
        .map(({ path }) => path),
      { host, repository, ref: sha, limit: MAX_FILES, lenient: true },
    );
    const base = BaseFiles.create({ host, repository, ref: sha });
    const shared = texts.filter(({ path }) => !isUnit(path));
    const found: UnitSummary[] = [];
    let hidden = 0;
    for (const text of texts.filter(({ path }) => isUnit(path))) {
      const unit = await this.#summary(text, {
        repo: repository.repo,
        shared,
        base,
      });
      if (!unit) hidden += 1;
      else if (
        environment === undefined ||
        sameName(environment, unit.environment)
      ) {
        found.push(unit);
      }
    }
    const units = await this.#allowed(found, reader);
    return {
      repoUrl: formatRepoUrl(repository),
      baseSha: sha,
      units,
      hidden: hidden + found.length - units.length,
    };
  }

  /**
   * What a unit sets now.
   *
   * @throws NotFoundError `unit-not-found`, and what `BaseReads.files` throws
   */
  async read(
    question: { repoUrl: string; path: string },
    reader: Reader,
  ): Promise<UnitAnswer> {
    const { repoUrl, path: folder } = question;
    const file = `${folder}/${UNIT_FILE}`;
    const answer = await this.#options.reads.files(
      { repoUrl, paths: [file] },
      reader,
    );
    const text = answer.files.find(({ path }) => path === file);
    const { host, repository } = this.#options.repositories.writable(repoUrl);
    const unit =
      text &&
      (await this.#summary(text, {
        repo: repository.repo,
        shared: answer.shared,
        base: BaseFiles.create({ host, repository, ref: answer.baseSha }),
      }));
    if (!text || !unit) {
      throw selfServiceError('unit-not-found', { path: folder, repoUrl });
    }
    const facts = await inspectTerragruntUnit(text.content, { folder });
    const { inputs, inputKeys, dependencies } = facts;
    const references = facts.references.flatMap(
      ({ path, dependency, output }) => {
        const [, input] = /^inputs\.([^.[\]]+)$/.exec(path) ?? [];
        return input === undefined ? [] : [{ input, dependency, output }];
      },
    );
    const said = new Set([
      ...Object.keys(inputs),
      ...references.map(({ input }) => input),
    ]);
    return {
      ...unit,
      repoUrl: answer.repoUrl,
      baseSha: answer.baseSha,
      inputs,
      references,
      expressions: inputKeys.filter(key => !said.has(key)),
      dependencies: Array.from(dependencies, ({ name, configPath, path }) => ({
        name,
        configPath,
        ...(path !== undefined && { path }),
      })),
    };
  }

  /** Undefined where the policy or the module says nothing about it: then nobody can be asked whether it may be shown. */
  async #summary(
    text: RepositoryText,
    options: { repo: string; shared: RepositoryText[]; base: BaseFiles },
  ): Promise<UnitSummary | undefined> {
    const { repo, shared, base } = options;
    const { ownership, modules } = this.#options;
    try {
      const layout = await ownership.targetOfPath({ repo, path: text.path });
      const { environment, unit, folder } = layout;
      if (environment === undefined || unit === undefined) return undefined;
      const module = await moduleAtBase(text, { shared, modules });
      if (!module) return undefined;
      const account = await accountOf(
        { ...layout, kind: 'unit', folder, environment, files: [] },
        base,
      );
      const { name, version, service } = module;
      return {
        path: folder,
        name: folder.slice(folder.lastIndexOf('/') + 1),
        environment,
        service,
        ...(account !== undefined && { account }),
        ...(version !== undefined && { module: { name, version } }),
      };
    } catch (error) {
      // A path without layout, an account.hcl that says nothing: one such unit does not hide the others.
      if (error instanceof Error && 'code' in error) return undefined;
      throw error;
    }
  }

  async #allowed(units: UnitSummary[], reader: Reader): Promise<UnitSummary[]> {
    if (units.length === 0) return [];
    const { ownership, permissions } = this.#options;
    const decisions = await ownership.decideAll({
      userEntityRef: reader.userRef,
      targets: units.map(({ environment, service, account }) => ({
        action: 'service.plan',
        environment,
        service,
        ...(account !== undefined && { account }),
      })),
    });
    const allowed = decisions.filter(({ decision }) => decision === 'allow');
    const refused = new Set(
      allowed.length === 0
        ? []
        : (
            await refusedByPermissions(allowed, {
              permissions,
              credentials: reader.credentials,
            })
          ).map(({ targetRef }) => targetRef),
    );
    return units.flatMap((unit, index) => {
      const { decision, targetRef, target } = decisions[index];
      return decision === 'allow' && !refused.has(targetRef)
        ? [{ ...unit, environment: target.environment ?? unit.environment }]
        : [];
    });
  }
}

function isHcl(path: string): boolean {
  return path.endsWith('.hcl') && !path.endsWith('.stack.hcl');
}

function isUnit(path: string): boolean {
  return path.endsWith(`/${UNIT_FILE}`);
}
