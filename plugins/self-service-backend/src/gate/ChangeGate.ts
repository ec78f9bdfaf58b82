// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The one way to Git. Whatever a form, a task or a call of the API says: what is decided about is derived from the
// final path and the final content of every file, and from the base commit. Each step refuses by throwing, so a change
// that comes out at the end has passed all of them; nothing here is remembered, a second call decides again. First the
// ownership policy is asked, which explains, then the company's own permission policy, which may only refuse.
import type {
  AuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { OwnershipService } from '@fairway/backstage-plugin-ownership-node';
import { formatRepoUrl } from '@fairway/git-host';
import { selfServiceError } from '../errors';
import type { ModuleInspector } from '../modules/ModuleInspector';
import type { VettedModules } from '../modules/VettedModules';
import type { Repositories } from '../repositories/Repositories';
import { askPermissions } from './askPermissions';
import { BaseFiles } from './BaseFiles';
import { checkPerson } from './checkPerson';
import { decidersOf } from './decidersOf';
import { decideTargets } from './decideTargets';
import { isStack } from './deriveStack';
import { deriveGroup, type DeriveOptions, deriveStack } from './deriveTargets';
import { actionsOf } from './fileActions';
import { checkFileList, checkProtected } from './fileRules';
import { checkFolders } from './folderRules';
import { groupByTarget } from './groupByTarget';
import {
  checkGivenInputs,
  type GivenInputs,
  type UncheckedInputs,
} from './inputRules';
import { checkProvenance } from './provenanceRules';
import { checkAddedSecrets } from './secretRules';
import type { Derived, GateAnswer, GateQuestion, TargetFiles } from './types';

/** What the gate asks. */
export interface ChangeGateOptions {
  auth: AuthService;
  ownership: OwnershipService;
  permissions: PermissionsService;
  repositories: Repositories;
  modules: VettedModules;
  inspector: ModuleInspector;
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
    const groups = await groupByTarget(
      files.filter(file => !isStack(file)),
      { repo: repository.repo, ownership },
    );

    const { branch, sha } = await this.#base(question);
    const base = BaseFiles.create({ host, repository, ref: sha });
    const derived = await this.#derive(groups, {
      ...this.#options,
      base,
      repo: repository.repo,
      protectedGlobs: entry.protectedGlobs,
      yamlGlobs: entry.yamlGlobs,
      files,
    });
    const targets = await decideTargets(derived.targets, {
      ownership,
      userRef,
      request,
      expect,
    });
    for (const group of groups) {
      await checkProvenance(group, {
        base,
        userRef,
        protectedGlobs: entry.protectedGlobs,
      });
    }
    const deciderRefs = await decidersOf(targets, {
      ownership,
      userRef,
      request,
    });
    if (credentials) {
      checkPerson(credentials, { auth: this.#options.auth, userRef });
      await askPermissions(targets, {
        permissions,
        credentials,
        userRef,
        deciderRefs,
      });
    }
    // Whoever may not do it at all is told so before anything about the contents.
    const unchecked = await this.#checkInputs(derived.inputs);
    await checkAddedSecrets(files, base);
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
      unchecked,
    };
  }

  async #derive(
    groups: TargetFiles[],
    options: DeriveOptions,
  ): Promise<Derived> {
    const all: Derived[] = [];
    for (const group of groups) all.push(await deriveGroup(group, options));
    for (const file of options.files.filter(isStack)) {
      all.push(await deriveStack(file, options));
    }
    return {
      targets: all.flatMap(({ targets }) => targets),
      inputs: all.flatMap(({ inputs }) => inputs),
    };
  }

  async #checkInputs(inputs: GivenInputs[]): Promise<UncheckedInputs[]> {
    const unchecked: UncheckedInputs[] = [];
    for (const given of inputs) {
      const left = await checkGivenInputs(given, this.#options);
      if (left) unchecked.push(left);
    }
    return unchecked;
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
}

/** A form sends an empty field as an empty text; an attribute that is empty is not there. */
function withoutBlanks(
  request: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request).filter(([, value]) => value.trim() !== ''),
  );
}
