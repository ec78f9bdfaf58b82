// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Looks at the pull requests of requests that are not decided yet, on the host: what people push there, close there and
// merge there. Whatever prompts a look, only what the host says counts. Once a request is approved, its own steps look.
import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { parseRepoUrl } from '@fairway/git-host';
import { isRequestError, type RequestEngine } from '@fairway/requests-node';
import { HOST_TOPIC } from '../change/steps/awaitApply';
import type { ChangeParts } from '../change/types';
import { wordsOf } from '../errors';
import type { ChangeRequest, ChangeRequests } from '../requests/ChangeRequests';
import { lookAtPullRequest, type Seen } from './lookAtPullRequest';

/** The one who acts for what happens on the host. */
const ACTOR = 'plugin:self-service';
/** Requests whose last look is remembered. */
const REMEMBERED = 10_000;

/** Where something has happened on a host, as it was told. */
export interface HostHint {
  /** `owner/repo`. */
  repository: string;
  numbers: number[];
  branches: string[];
  shas: string[];
  /** Id of the message, so that a step is woken by it once. */
  delivery?: string;
}

export interface ChangeWatchOptions {
  changes: ChangeRequests;
  engine: Pick<RequestEngine, 'service' | 'store'>;
  parts: Pick<ChangeParts, 'repositories' | 'people'>;
  auditor: AuditorService;
  logger: LoggerService;
}

export class ChangeWatch {
  readonly #options: ChangeWatchOptions;
  /** Heads that were planned already, by request. */
  readonly #heads = new Map<string, string>();

  static create(options: ChangeWatchOptions): ChangeWatch {
    return new ChangeWatch(options);
  }

  private constructor(options: ChangeWatchOptions) {
    this.#options = options;
  }

  /** Looks at everything that is undecided: the net below webhooks. */
  async lookAtAll(signal?: AbortSignal): Promise<void> {
    for await (const request of this.#options.changes.undecided()) {
      if (signal?.aborted) return;
      await this.look(request);
    }
  }

  /** Looks at what an event may be about, and wakes the steps that wait for it. */
  async lookAfter(hint: HostHint): Promise<void> {
    const { changes, engine } = this.#options;
    for await (const request of changes.undecided()) {
      if (concerns(request, hint)) await this.look(request);
    }
    for await (const request of changes.approved('waiting')) {
      if (!concerns(request, hint)) continue;
      await engine.service.deliver(request.id, {
        id: `host:${hint.delivery ?? [...hint.shas, Date.now()].join(':')}`,
        topic: HOST_TOPIC,
        data: {},
      });
    }
  }

  /** Looks at one, on the host. What cannot be looked at now is looked at the next time. */
  async look(request: ChangeRequest): Promise<void> {
    const { engine, logger, parts } = this.#options;
    const { id, number } = request;
    try {
      const seen = await lookAtPullRequest(request, {
        ...parts,
        store: engine.store,
        known: this.#heads.get(id),
      });
      if (seen) await this.#act(request, seen);
    } catch (error) {
      if (isOver(error)) return;
      logger.warn(`Could not look after request #${number} on its host`, {
        problem: wordsOf(error),
      });
    }
  }

  async #act(request: ChangeRequest, seen: Seen): Promise<void> {
    const { service } = this.#options.engine;
    const { id } = request;
    switch (seen.what) {
      case 'closed':
        await service.withdraw(id, {
          actorRef: ACTOR,
          message: `Pull request ${seen.number} was closed on the host.`,
        });
        break;
      case 'merged':
        await this.#mergedUnapproved(request, seen);
        break;
      case 'pushed':
        await this.#replan(request, seen);
        break;
      default:
    }
  }

  /** The host let somebody past the approval: it is told to whoever looks after the portal, and not passed for approved. */
  async #mergedUnapproved(
    request: ChangeRequest,
    seen: Extract<Seen, { what: 'merged' }>,
  ): Promise<void> {
    const { auditor, engine, logger } = this.#options;
    const { id, number, plan } = request;
    const message = `Pull request ${seen.number} was merged on the host without approval, as ${seen.mergeSha}.`;
    const withdrawn = await engine.service.withdraw(id, {
      actorRef: ACTOR,
      message,
    });
    // Somebody approved meanwhile: the merge step sees it.
    if (!withdrawn) return;
    logger.error(`Request #${number}: ${message}`);
    const audited = await auditor.createEvent({
      eventId: 'change-merge-unapproved',
      severityLevel: 'high',
      meta: {
        ...{ requestId: id, number, repoUrl: plan.repoUrl },
        ...{ pullRequestNumber: seen.number, mergeSha: seen.mergeSha },
        targets: plan.targets.map(({ targetRef }) => targetRef),
      },
    });
    await audited.fail({ error: new Error(message) });
  }

  async #replan(
    { id, number }: ChangeRequest,
    seen: Extract<Seen, { what: 'pushed' }>,
  ): Promise<void> {
    const { service } = this.#options.engine;
    const { headSha, authorRefs } = seen;
    const by = authorRefs.length ? authorRefs.join(', ') : 'somebody';
    try {
      await service.replan(id, {
        actorRef: ACTOR,
        authorRefs,
        message: `The branch of pull request ${seen.number} is at ${headSha} now, by ${by}.`,
      });
    } catch (error) {
      if (isOver(error) || !isRefusal(error)) throw error;
      // What was pushed may not be: nobody can approve it, and whoever looks at the request is told why, once.
      const isNew = await service.deliver(id, {
        id: `host:refused:${headSha}`,
        topic: HOST_TOPIC,
        data: {},
      });
      if (isNew) {
        const text = `${headSha} on the branch, by ${by}, is refused: ${wordsOf(
          error,
        )}`;
        await service.appendLogs(id, [{ text }]);
        this.#options.logger.warn(`Request #${number}: ${text}`);
      }
    }
    if (this.#heads.size >= REMEMBERED) this.#heads.clear();
    this.#heads.set(id, headSha);
  }
}

/** Which requests an event may be about; a wrong guess costs a look. */
function concerns(request: ChangeRequest, hint: HostHint): boolean {
  const { plan, outputs } = request;
  const { owner, repo } = parseRepoUrl(plan.repoUrl);
  if (`${owner}/${repo}`.toLowerCase() !== hint.repository.toLowerCase()) {
    return false;
  }
  const { branch, pullRequestNumber, headSha, commitSha, mergeSha } = outputs;
  return (
    (pullRequestNumber !== undefined &&
      hint.numbers.includes(pullRequestNumber)) ||
    (branch !== undefined && hint.branches.includes(branch)) ||
    [headSha, commitSha, mergeSha].some(
      sha => sha !== undefined && hint.shas.includes(sha),
    )
  );
}

const OVER = ['request-ended', 'request-irreversible', 'request-not-in-state'];

/** The request has gone on meanwhile. */
function isOver(error: unknown): boolean {
  return (
    isRequestError(error, 'request-not-found') ||
    (isError(error) && OVER.includes(String(error.code)))
  );
}

/** What the branch holds may not be, rather than could not be looked at. */
function isRefusal(error: unknown): boolean {
  return (
    isError(error) && ['NotAllowedError', 'InputError'].includes(error.name)
  );
}
