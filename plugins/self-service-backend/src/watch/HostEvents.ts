// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Webhooks of the host, as the events plugin hands them on. They only say that it is worth a look: nothing in one is
// believed, so one that is forged, old or sent twice changes nothing.
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventParams, EventsService } from '@backstage/plugin-events-node';
import { wordsOf } from '../errors';
import type { HostHint } from './ChangeWatch';

/** By the router of the GitHub events module, behind its check of the signature. */
export const HOST_TOPICS = [
  'github.pull_request',
  'github.pull_request_review',
  'github.push',
  'github.check_run',
  'github.check_suite',
  'github.status',
  'github.deployment_status',
  'github.workflow_run',
];

/** Ids of deliveries that are remembered. */
const REMEMBERED = 5_000;

export class HostEvents {
  readonly #events: EventsService;
  readonly #logger: LoggerService;
  readonly #look: (hint: HostHint) => Promise<void>;
  readonly #seen = new Set<string>();

  static create(options: {
    events: EventsService;
    logger: LoggerService;
    look: (hint: HostHint) => Promise<void>;
  }): HostEvents {
    return new HostEvents(options);
  }

  private constructor(options: {
    events: EventsService;
    logger: LoggerService;
    look: (hint: HostHint) => Promise<void>;
  }) {
    this.#events = options.events;
    this.#logger = options.logger;
    this.#look = options.look;
  }

  async subscribe(): Promise<void> {
    await this.#events.subscribe({
      id: 'self-service-host',
      topics: HOST_TOPICS,
      onEvent: event => this.#onEvent(event),
    });
  }

  async #onEvent({ topic, eventPayload, metadata }: EventParams) {
    const delivery = textOf(metadata?.['x-github-delivery']);
    if (delivery !== undefined && this.#isKnown(delivery)) return;
    const hint = hintOf(eventPayload, delivery);
    if (!hint) return;
    try {
      await this.#look(hint);
    } catch (error) {
      // The next look, or the net below, finds what this one did not.
      if (delivery !== undefined) this.#seen.delete(delivery);
      this.#logger.warn(`Could not look after an event of "${topic}"`, {
        problem: wordsOf(error),
      });
    }
  }

  #isKnown(delivery: string): boolean {
    if (this.#seen.has(delivery)) return true;
    this.#seen.add(delivery);
    if (this.#seen.size > REMEMBERED) {
      const [oldest] = this.#seen;
      this.#seen.delete(oldest);
    }
    return false;
  }
}

/** What an event is about; undefined for one about no repository, branch or commit. */
export function hintOf(
  payload: unknown,
  delivery?: string,
): HostHint | undefined {
  const at = (...path: string[]): unknown =>
    path.reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null
          ? (value as Record<string, unknown>)[key]
          : undefined,
      payload,
    );
  const repository = textOf(at('repository', 'full_name'));
  if (repository === undefined) return undefined;
  const pullRequest = at('pull_request', 'number');
  const ref = textOf(at('ref'));
  const hint: HostHint = {
    repository,
    delivery,
    numbers: typeof pullRequest === 'number' ? [pullRequest] : [],
    branches: texts(
      at('pull_request', 'head', 'ref'),
      ref?.startsWith('refs/heads/')
        ? ref.slice('refs/heads/'.length)
        : undefined,
    ),
    shas: texts(
      at('after'),
      at('sha'),
      at('check_run', 'head_sha'),
      at('check_suite', 'head_sha'),
      at('deployment', 'sha'),
      at('workflow_run', 'head_sha'),
      at('pull_request', 'merge_commit_sha'),
    ),
  };
  const { numbers, branches, shas } = hint;
  return numbers.length + branches.length + shas.length > 0 ? hint : undefined;
}

function texts(...values: unknown[]): string[] {
  return values.flatMap(value => textOf(value) ?? []);
}

/** Headers may come several times. */
function textOf(value: unknown): string | undefined {
  const [first] = Array.isArray(value) ? value : [value];
  return typeof first === 'string' && first !== '' && first.length <= 300
    ? first
    : undefined;
}
