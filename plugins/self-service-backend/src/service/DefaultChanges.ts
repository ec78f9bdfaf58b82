// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { CatalogSubjects } from '@fairway/backstage-plugin-ownership-node';
import type {
  ChangeDetail,
  ChangeList,
  CreateChangeRequest,
} from '@fairway/backstage-plugin-self-service-common';
import { v7 as uuid } from 'uuid';
import type { ChangeStore } from '../database/ChangeStore';
import type { NewChange, StoredChange } from '../database/types';
import { branchName } from '../domain/branchName';
import { oneLine } from '../domain/text';
import { selfServiceError } from '../errors';
import type { ChangeGate } from '../gate/ChangeGate';
import type { GateAnswer } from '../gate/types';
import type { People } from '../people/People';
import { isAdministrator, mayRead } from './changeAccess';
import type { ChangeReader } from './ChangeReader';
import type { ChangeWriter } from './ChangeWriter';
import { decodeCursor, encodeCursor } from './cursor';
import type { OpenChanges } from './OpenChanges';
import { RepositoryQueue } from './RepositoryQueue';
import { requestDigest } from './requestDigest';
import type { Changes } from './types';

/** What {@link DefaultChanges} works with. */
export interface DefaultChangesOptions {
  gate: ChangeGate;
  store: ChangeStore;
  open: OpenChanges;
  writer: ChangeWriter;
  reader: ChangeReader;
  people: People;
  subjects: Pick<CatalogSubjects, 'subjectOf'>;
  administrators: string[];
  clock: () => Date;
}

/**
 * Proposes changes: decided by the gate, kept in the store, written by the writer.
 */
export class DefaultChanges implements Changes {
  readonly #options: DefaultChangesOptions;
  readonly #queue = RepositoryQueue.create();

  static create(options: DefaultChangesOptions): DefaultChanges {
    return new DefaultChanges(options);
  }

  private constructor(options: DefaultChangesOptions) {
    this.#options = options;
  }

  preview: Changes['preview'] = async (input, { credentials }) => {
    const { repoUrl, baseBranch, baseSha, targets, files, diff } =
      await this.#options.gate.decide({ ...input, credentials });
    return { repoUrl, baseBranch, baseSha, targets, files, diff };
  };

  create: Changes['create'] = async (input, caller) => {
    const { store, gate, reader, writer, open } = this.#options;
    const { subjects, administrators } = this.#options;
    const { credentials } = caller;
    const requesterRef = credentials.principal.userEntityRef;
    const known = await store.findByKey({ ...input, requesterRef });
    if (known) checkSameRequest(known, input);
    if (known?.state === 'open') {
      return { change: await reader.detail(known), created: false };
    }
    // A change that was kept but not written is decided again, on the base that it was kept with.
    const answer = await gate.decide({
      ...input,
      credentials,
      ...(known && {
        pinned: { branch: known.baseBranch, sha: known.baseSha },
      }),
    });
    const asker = {
      subject: await subjects.subjectOf(requesterRef),
      administrators,
    };
    const proposed = known ?? (await this.#newChange(input, answer));
    const { written, created } = await this.#queue.run(
      answer.repoUrl,
      async () => {
        if (known) await open.resume(known, asker);
        const kept = known
          ? { change: known, created: false }
          : await open.keep(proposed, asker);
        if (!kept.created) checkSameRequest(kept.change, input);
        return {
          created: kept.created,
          written: await writer.write(kept.change, {
            host: answer.host,
            repository: answer.repository,
            files: input.files,
          }),
        };
      },
    );
    return { change: await reader.detail(written), created };
  };

  get: Changes['get'] = async (id, caller): Promise<ChangeDetail> => {
    const { store, subjects, administrators, reader } = this.#options;
    const change = await store.findById(id);
    if (!change) throw selfServiceError('change-not-found', { id });
    const userRef = caller.credentials.principal.userEntityRef;
    const subject = await subjects.subjectOf(userRef);
    if (!mayRead(change, { subject, administrators })) {
      throw selfServiceError('change-not-readable', {
        id,
        userRef,
        requesterRef: change.requesterRef,
      });
    }
    return reader.detail(change);
  };

  list: Changes['list'] = async (page, caller): Promise<ChangeList> => {
    const { store, subjects, administrators, reader } = this.#options;
    const subject = await subjects.subjectOf(
      caller.credentials.principal.userEntityRef,
    );
    const changes = await store.list({
      ...(!isAdministrator(subject, administrators) && {
        of: {
          requesterRef: subject.userEntityRef,
          groupRefs: subject.groupEntityRefs,
        },
      }),
      below: page.cursor === undefined ? undefined : decodeCursor(page.cursor),
      // One more than asked for tells whether there is another page.
      limit: page.limit + 1,
    });
    const shown = changes.slice(0, page.limit);
    const last = shown.at(-1);
    return {
      items: await Promise.all(shown.map(change => reader.summary(change))),
      ...(last &&
        changes.length > shown.length && {
          nextCursor: encodeCursor(last.number),
        }),
    };
  };

  async #newChange(
    input: CreateChangeRequest,
    answer: GateAnswer,
  ): Promise<NewChange> {
    const { people, clock } = this.#options;
    const { userRef, repoUrl, baseBranch, baseSha, targets, files } = answer;
    const { deciderRefs } = answer;
    const { author, groupRefs } = await people.requester(userRef);
    const id = uuid();
    return {
      id,
      requesterRef: userRef,
      idempotencyKey: input.idempotencyKey,
      requestDigest: requestDigest(input),
      title: oneLine(input.title),
      description: input.description ?? '',
      repoUrl,
      baseBranch,
      baseSha,
      branch: branchName({
        changeId: id,
        operation: 'create',
        target: targets[0],
      }),
      targets,
      files,
      request: input.request,
      author,
      templateRef: input.origin?.templateRef,
      taskId: input.origin?.taskId,
      teamRefs: groupRefs,
      askedRefs: [
        ...new Set([
          ...targets.flatMap(({ decision }) => decision.askFor),
          ...deciderRefs,
        ]),
      ],
      createdAt: clock(),
    };
  }
}

function checkSameRequest(
  known: StoredChange,
  input: CreateChangeRequest,
): void {
  if (known.requestDigest !== requestDigest(input)) {
    throw selfServiceError('idempotency-key-reused', {
      key: input.idempotencyKey,
      title: known.title,
      number: known.number,
    });
  }
}
