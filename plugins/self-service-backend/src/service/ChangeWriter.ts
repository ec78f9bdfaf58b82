// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isError } from '@backstage/errors';
import type { ChangeFileInput } from '@fairway/backstage-plugin-self-service-common';
import type { GitHost, RepositoryRef } from '@fairway/git-host';
import type { ChangeStore } from '../database/ChangeStore';
import type { StoredChange } from '../database/types';
import { changeTrailers, commitMessage } from '../domain/commitMessage';
import { selfServiceError, wordsOf } from '../errors';

/**
 * Writes a kept change to Git: one commit on its branch, one pull request, then the row says open.
 *
 * Everything that goes into the commit comes from the row, the time too, so writing the same change again makes the
 * same commit; a process that died between two of the steps is made good by running all of them again, and two
 * processes that run them at once end with one branch and one pull request.
 */
export class ChangeWriter {
  readonly #store: ChangeStore;
  readonly #clock: () => Date;

  static create(options: {
    store: ChangeStore;
    clock: () => Date;
  }): ChangeWriter {
    return new ChangeWriter(options);
  }

  private constructor(options: { store: ChangeStore; clock: () => Date }) {
    this.#store = options.store;
    this.#clock = options.clock;
  }

  /**
   * @returns the change as it is kept afterwards
   * @throws ServiceUnavailableError `write-failed`, with the change kept as failed
   */
  async write(
    change: StoredChange,
    place: {
      host: GitHost;
      repository: RepositoryRef;
      files: ChangeFileInput[];
    },
  ): Promise<StoredChange> {
    if (change.state === 'failed') {
      await this.#store.transition(change.id, {
        event: 'retried',
        at: this.#clock(),
      });
    }
    try {
      const opened = await this.#commitAndOpen(change, place);
      await this.#store.transition(change.id, {
        event: 'opened',
        ...opened,
        at: this.#clock(),
      });
    } catch (error) {
      return this.#failed(change, error);
    }
    return (await this.#store.findById(change.id))!;
  }

  async #commitAndOpen(
    change: StoredChange,
    place: {
      host: GitHost;
      repository: RepositoryRef;
      files: ChangeFileInput[];
    },
  ) {
    const { host, repository, files } = place;
    const { branch, baseBranch, baseSha, author, title } = change;
    const message = commitMessage(change);
    const trailers = changeTrailers(change);
    const { commitSha } = await host.commit(repository, {
      branch,
      baseBranch,
      baseSha,
      files,
      message,
      trailers,
      author,
      at: change.createdAt,
    });
    const pullRequest = await host.openChange(repository, {
      branch,
      baseBranch,
      title,
      body: [
        message.slice(title.length).trim(),
        ...trailers.map(({ key, value }) => `${key}: ${value}`),
      ]
        .join('\n')
        .trim(),
      author,
    });
    return {
      commitSha,
      pullRequestNumber: pullRequest.number,
      remoteUrl: pullRequest.url,
    };
  }

  async #failed(change: StoredChange, cause: unknown): Promise<StoredChange> {
    const error = selfServiceError(
      'write-failed',
      {
        number: change.number,
        repoUrl: change.repoUrl,
        problem: wordsOf(cause),
      },
      { cause },
    );
    await this.#store.transition(change.id, {
      event: 'failed',
      failure: { code: codeOf(cause) ?? error.code, message: error.message },
      at: this.#clock(),
    });
    const kept = await this.#store.findById(change.id);
    // Another process wrote it meanwhile: then it is written.
    if (kept?.state === 'open') return kept;
    throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return isError(error) && error.code !== undefined
    ? String(error.code)
    : undefined;
}
