// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The one way to Git. Whatever a form, a task or a call of the API says: what is decided about is derived from the
// final path and the final content of every file, and from the base commit. Each step refuses by throwing, so a change
// that comes out at the end has passed all of them; nothing here is remembered, a second call decides again. First the
// ownership policy is asked, which explains, then the company's own permission policy, which may only refuse.
import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { OwnershipService } from '@fairway/backstage-plugin-ownership-node';
import { formatRepoUrl } from '@fairway/git-host';
import { selfServiceError } from '../errors';
import type { VettedModules } from '../modules/VettedModules';
import type { Repositories } from '../repositories/Repositories';
import { accountOf, checkEnvironmentFile, checkSetUp } from './baseFacts';
import { askPermissions } from './askPermissions';
import { BaseFiles } from './BaseFiles';
import { decidersOf } from './decidersOf';
import { decideTargets } from './decideTargets';
import {
  checkDeploymentFiles,
  checkFileList,
  checkProtected,
  unitTextsOf,
} from './fileRules';
import { actionsOf } from './fileActions';
import { checkFolders } from './folderRules';
import { groupByTarget } from './groupByTarget';
import { checkProvenance } from './provenanceRules';
import { readUnit, serviceBefore } from './readUnit';
import type {
  BaseReader,
  DerivedTarget,
  GateAnswer,
  GateQuestion,
  TargetFiles,
} from './types';

/** What the gate asks. */
export interface ChangeGateOptions {
  auth: AuthService;
  ownership: OwnershipService;
  permissions: PermissionsService;
  repositories: Repositories;
  modules: VettedModules;
}

/** Decides whether a person may write files to a repository. */
export class ChangeGate {
  readonly #options: ChangeGateOptions;

  static create(options: ChangeGateOptions): ChangeGate {
    return new ChangeGate(options);
  }

  private constructor(options: ChangeGateOptions) {
    this.#options = options;
  }

  /**
   * Decides about a whole change; one refused file refuses all of it.
   *
   * @throws an error of the catalogue, of the ownership engine, of the Git host or of the module catalog
   */
  async decide(question: GateQuestion): Promise<GateAnswer> {
    const { files, expect, credentials, userRef } = question;
    const { ownership, permissions } = this.#options;
    const request = question.request && withoutBlanks(question.request);
    const { host, repository, entry } = this.#options.repositories.writable(
      question.repoUrl,
    );
    const repoUrl = formatRepoUrl(repository);

    checkFileList(files);
    checkProtected(files, { globs: entry.protectedGlobs, repoUrl });
    checkFolders(files, { globs: entry.protectedGlobs });
    const groups = await groupByTarget(files, {
      repo: repository.repo,
      ownership,
    });

    const { branch, sha } = await this.#base(question);
    const base = BaseFiles.create({ host, repository, ref: sha });
    const derived: DerivedTarget[] = [];
    for (const group of groups) {
      derived.push(
        ...(await this.#derive(group, {
          base,
          repo: repository.repo,
          protectedGlobs: entry.protectedGlobs,
          files,
        })),
      );
    }
    const targets = await decideTargets(derived, {
      ownership,
      userRef,
      request,
      expect,
    });
    for (const group of groups) {
      await checkProvenance(group, { base, userRef });
    }
    const deciderRefs = await decidersOf(targets, {
      ownership,
      userRef,
      request,
    });
    if (credentials) {
      this.#checkPerson(credentials, userRef);
      await askPermissions(targets, {
        permissions,
        credentials,
        userRef,
        deciderRefs,
      });
    }
    return {
      userRef,
      repoUrl,
      host,
      repository,
      baseBranch: branch,
      baseSha: sha,
      targets,
      deciderRefs,
      files: await actionsOf(files, {
        base,
        repoUrl,
        onExists: question.onExists,
      }),
      diff: await host.previewDiff(repository, { baseSha: sha, files }),
    };
  }

  /** Whoever is asked about is who calls. */
  #checkPerson(credentials: BackstageCredentials, userRef: string): void {
    const { auth } = this.#options;
    const isUser = auth.isPrincipal(credentials, 'user');
    if (isUser && credentials.principal.userEntityRef === userRef) return;
    const isService = auth.isPrincipal(credentials, 'service');
    const subject = isService ? credentials.principal.subject : 'nobody';
    throw selfServiceError('user-required', {
      principal: isUser ? credentials.principal.userEntityRef : subject,
    });
  }

  /** The tip of the default branch, never a commit that the caller chose: what it says about accounts is believed. */
  async #base(
    question: GateQuestion,
  ): Promise<{ branch: string; sha: string }> {
    const { host, repository } = this.#options.repositories.writable(
      question.repoUrl,
    );
    const branch = await host.defaultBranch(repository);
    const sha = await host.resolve(repository, `refs/heads/${branch}`);
    if (!sha) {
      throw selfServiceError('base-unknown', {
        branch,
        repoUrl: question.repoUrl,
      });
    }
    if (question.baseSha !== undefined && question.baseSha !== sha) {
      throw selfServiceError('base-moved', {
        baseSha: question.baseSha,
        branch,
        tip: sha,
      });
    }
    return { branch, sha };
  }

  async #derive(
    target: TargetFiles,
    options: {
      base: BaseReader;
      repo: string;
      protectedGlobs: string[];
      files: GateQuestion['files'];
    },
  ): Promise<DerivedTarget[]> {
    const { base, repo, protectedGlobs, files } = options;
    const { modules, ownership } = this.#options;
    const { folder, environment } = target;
    await checkEnvironmentFile(target, base);
    const account = await accountOf(target, base);
    const derived = (
      action: 'service.deploy' | 'service.destroy',
      service: string,
      module?: DerivedTarget['module'],
      exists = false,
    ): DerivedTarget => ({
      path: folder,
      environment,
      service,
      ...(account !== undefined && { account }),
      ...(module && { module }),
      question: { action, environment, service, account },
      exists,
    });

    if (target.kind === 'deployment') {
      checkDeploymentFiles(target);
      const goes = target.files.some(file => 'delete' in file);
      return [
        derived(goes ? 'service.destroy' : 'service.deploy', target.service!),
      ];
    }

    const { path, before, after } = await unitTextsOf(target, base);
    const was =
      before === undefined
        ? undefined
        : await serviceBefore({ path, content: before }, { target, modules });
    if (after === undefined) {
      return [derived('service.destroy', was!, undefined, true)];
    }
    await checkSetUp(target, base);
    const { name, version, service } = await readUnit(
      { path, content: after },
      {
        target,
        base,
        files,
        modules,
        protectedGlobs,
        environmentOfPath: async other =>
          (
            await ownership.targetOfPath({ repo, path: other })
          ).environment,
      },
    );
    const deployed = derived(
      'service.deploy',
      service,
      { name, version },
      before !== undefined,
    );
    // A unit that becomes another service's takes something away from the first.
    return was === undefined || was === service
      ? [deployed]
      : [deployed, derived('service.destroy', was, undefined, true)];
  }
}

/** A form sends an empty field as an empty text; an attribute that is empty is not there. */
function withoutBlanks(
  request: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request).filter(([, value]) => value.trim() !== ''),
  );
}
