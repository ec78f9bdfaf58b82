// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  Change,
  ChangeDetail,
} from '@fairway/backstage-plugin-self-service-common';
import type { StoredChange } from '../database/types';
import { selfServiceError, wordsOf } from '../errors';
import type { Repositories } from '../repositories/Repositories';

/**
 * A kept change with what the host says about it now: open, merged or closed, the diff, the page.
 */
export class ChangeReader {
  readonly #repositories: Repositories;
  readonly #logger: LoggerService;

  static create(options: {
    repositories: Repositories;
    logger: LoggerService;
  }): ChangeReader {
    return new ChangeReader(options);
  }

  private constructor(options: {
    repositories: Repositories;
    logger: LoggerService;
  }) {
    this.#repositories = options.repositories;
    this.#logger = options.logger;
  }

  /** For lists: a host that does not answer leaves the state as it is kept. */
  async summary(change: StoredChange): Promise<Change> {
    try {
      return await this.#withHostState(change);
    } catch (error) {
      this.#logger.warn(
        `The state of change "${change.id}" could not be read from "${
          change.repoUrl
        }": ${wordsOf(error)}`,
      );
      return toWire(change);
    }
  }

  /** @throws ServiceUnavailableError `host-unavailable` */
  async detail(change: StoredChange): Promise<ChangeDetail> {
    const { repoUrl, commitSha, baseSha, branch } = change;
    if (commitSha === undefined) return { ...toWire(change), diff: '' };
    try {
      const { host, repository } = this.#repositories.writable(repoUrl);
      const inspectCommand = host.inspectCommand(repository, { branch });
      return {
        ...(await this.#withHostState(change)),
        diff: await host.diff(repository, { base: baseSha, head: commitSha }),
        ...(inspectCommand !== undefined && { inspectCommand }),
      };
    } catch (error) {
      throw selfServiceError(
        'host-unavailable',
        { repoUrl, problem: wordsOf(error) },
        { cause: error },
      );
    }
  }

  /**
   * What the host says about a change, undefined where it knows none.
   *
   * @throws ServiceUnavailableError `host-unavailable`
   */
  async hostedState(
    change: StoredChange,
  ): Promise<Change['state'] | undefined> {
    const { repoUrl, branch } = change;
    try {
      const { host, repository } = this.#repositories.writable(repoUrl);
      return (await host.findChange(repository, { branch }))?.state;
    } catch (error) {
      throw selfServiceError(
        'host-unavailable',
        { repoUrl, problem: wordsOf(error) },
        { cause: error },
      );
    }
  }

  async #withHostState(change: StoredChange): Promise<Change> {
    if (change.state !== 'open') return toWire(change);
    const { repoUrl, branch } = change;
    const { host, repository } = this.#repositories.writable(repoUrl);
    const hosted = await host.findChange(repository, { branch });
    return { ...toWire(change), ...(hosted && { state: hosted.state }) };
  }
}

function toWire(change: StoredChange): Change {
  const { createdAt, updatedAt, targets } = change;
  return {
    id: change.id,
    number: change.number,
    title: change.title,
    description: change.description,
    state: change.state,
    failure: change.failure,
    repoUrl: change.repoUrl,
    baseBranch: change.baseBranch,
    baseSha: change.baseSha,
    branch: change.branch,
    commitSha: change.commitSha,
    pullRequestNumber: change.pullRequestNumber,
    remoteUrl: change.remoteUrl,
    environments: [...new Set(targets.map(({ environment }) => environment))],
    targets,
    files: change.files,
    requesterRef: change.requesterRef,
    templateRef: change.templateRef,
    taskId: change.taskId,
    request: change.request,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
