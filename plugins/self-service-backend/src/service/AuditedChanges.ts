// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { AuditorService } from '@backstage/backend-plugin-api';
import { isError, toError } from '@backstage/errors';
import type {
  ChangeTarget,
  CreateChangeRequest,
  PreviewChangeRequest,
} from '@fairway/backstage-plugin-self-service-common';
import type { JsonObject } from '@backstage/types';
import type { Caller, Changes } from './types';

/**
 * Records who proposed what, and with which decision: every change and every refused attempt.
 */
export class AuditedChanges implements Changes {
  readonly #changes: Changes;
  readonly #auditor: AuditorService;

  static create(options: {
    changes: Changes;
    auditor: AuditorService;
  }): AuditedChanges {
    return new AuditedChanges(options);
  }

  private constructor(options: { changes: Changes; auditor: AuditorService }) {
    this.#changes = options.changes;
    this.#auditor = options.auditor;
  }

  preview: Changes['preview'] = (input, caller) =>
    this.#audited(
      { eventId: 'change-preview', input, caller },
      () => this.#changes.preview(input, caller),
      preview => ({ decisions: decisionsOf(preview.targets) }),
    );

  create: Changes['create'] = (input, caller) =>
    this.#audited(
      { eventId: 'change-create', input, caller },
      () => this.#changes.create(input, caller),
      ({ change, created }) => ({
        changeId: change.id,
        number: change.number,
        created,
        branch: change.branch,
        ...(change.commitSha && { commitSha: change.commitSha }),
        decisions: decisionsOf(change.targets),
      }),
    );

  get: Changes['get'] = async (id, caller) => {
    try {
      return await this.#changes.get(id, caller);
    } catch (error) {
      if (isError(error) && error.name === 'NotAllowedError') {
        await this.#refusedToRead(id, { caller, error });
      }
      throw error;
    }
  };

  list: Changes['list'] = (page, caller) => this.#changes.list(page, caller);

  async #refusedToRead(
    id: string,
    options: { caller: Caller; error: Error },
  ): Promise<void> {
    const { caller, error } = options;
    const audit = await this.#auditor.createEvent({
      eventId: 'change-read',
      severityLevel: 'medium',
      request: caller.request,
      meta: {
        initiator: caller.credentials.principal.userEntityRef,
        changeId: id,
      },
    });
    await audit.fail({ error });
  }

  async #audited<TResult>(
    event: {
      eventId: string;
      input: PreviewChangeRequest | CreateChangeRequest;
      caller: Caller;
    },
    run: () => Promise<TResult>,
    record: (result: TResult) => JsonObject,
  ): Promise<TResult> {
    const { eventId, input, caller } = event;
    const audit = await this.#auditor.createEvent({
      eventId,
      // Low would be logged for debugging only, and a refused preview is an attempt.
      severityLevel: 'medium',
      request: caller.request,
      meta: {
        initiator: caller.credentials.principal.userEntityRef,
        repoUrl: input.repoUrl,
        paths: input.files.map(file => file.path),
        ...(input.request && { request: input.request }),
        ...('origin' in input && input.origin),
      },
    });
    try {
      const result = await run();
      await audit.success({ meta: record(result) });
      return result;
    } catch (error) {
      const failure = toError(error);
      await audit.fail({
        error: failure,
        meta: { code: 'code' in failure ? String(failure.code) : 'unknown' },
      });
      throw error;
    }
  }
}

function decisionsOf(targets: ChangeTarget[]): JsonObject[] {
  return targets.map(({ decision }) => ({
    target: decision.targetRef,
    by: decision.by,
    revision: decision.revision,
  }));
}
