// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type OpenKafkaRequest,
  topicResourceRef,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Decision } from '@fairway/requests-common';
import type { RequestStore, StoredRequest } from '@fairway/requests-node';
import type {
  OpenInEnvironments,
  OpenWithResources,
} from '../domain/openRequests';
import type { OpenRequests } from '../domain/state';

const OPEN: Decision[] = ['pending', 'changes-requested', 'approved'];
/** Kinds that make topics. */
const TOPIC_KINDS = ['kafka.topic', 'kafka.bundle', 'kafka.promote'];
const EVERYTHING = { refs: [], userRef: '', seesAll: true };
const PAGE = 100;

interface TopicItem {
  kind?: string;
  payload?: { operation?: string; environment?: string; name?: string };
}

/** Out of the request engine's store, which comes to be after the kinds that ask this. */
export class EngineRequests implements OpenRequests, OpenInEnvironments {
  #store: RequestStore | undefined;

  static create(): EngineRequests {
    return new EngineRequests();
  }

  private constructor() {}

  attach(store: RequestStore): void {
    this.#store = store;
  }

  async about(resourceRefs: readonly string[]): Promise<OpenKafkaRequest[]> {
    if (resourceRefs.length === 0) return [];
    const found: OpenKafkaRequest[] = [];
    const filters = { resource: [...resourceRefs], decision: OPEN };
    for await (const request of this.#list(filters, 'left-out')) {
      found.push(viewOf(request));
    }
    return found;
  }

  async inEnvironments(
    environments: Parameters<OpenInEnvironments['inEnvironments']>[0],
  ): Promise<OpenWithResources[]> {
    if (environments.length === 0) return [];
    const found: OpenWithResources[] = [];
    // Requests are filed under the policy's environment, which several clusters can share.
    const places = new Set(environments.map(({ environment }) => environment));
    const filters = { environment: [...places], decision: OPEN };
    for await (const request of this.#list(filters, 'left-out')) {
      const { resourceRefs } = request;
      const isThere = environments.some(({ name }) =>
        resourceRefs.some(ref => ref.startsWith(`kafka:${name}/`)),
      );
      if (isThere) found.push({ request: viewOf(request), resourceRefs });
    }
    return found;
  }

  async pendingTopics(
    environment: string,
    names: readonly string[],
  ): Promise<string[]> {
    if (names.length === 0) return [];
    const found = new Set<string>();
    const refs = names.map(name => topicResourceRef(environment, name));
    for await (const request of this.#list({
      kind: TOPIC_KINDS,
      resource: [...new Set(refs)],
      decision: OPEN,
      execution: ['none', 'queued', 'running', 'waiting', 'failed'],
    })) {
      for (const name of topicsOf(request, environment)) found.add(name);
    }
    return [...found].sort();
  }

  async *#list(
    filters: Pick<
      Parameters<RequestStore['list']>[0],
      'kind' | 'resource' | 'environment' | 'decision' | 'execution'
    >,
    contents?: 'left-out',
  ): AsyncIterable<StoredRequest> {
    let cursor: string | undefined;
    do {
      const page = await this.#store?.list(
        { ...filters, order: 'oldest', limit: PAGE, contents, cursor },
        EVERYTHING,
      );
      for (const request of page?.items ?? []) {
        if (request.holdsResources) yield request;
      }
      cursor = page?.nextCursor;
    } while (cursor !== undefined);
  }
}

function viewOf(request: StoredRequest): OpenKafkaRequest {
  const { id, number, kind, operation, title } = request;
  const { decision, execution, statusLabel } = request;
  return {
    id,
    number,
    kind,
    operation,
    title,
    decision,
    execution,
    ...(statusLabel !== undefined && { statusLabel }),
  };
}

function topicsOf(
  { kind, payload }: Pick<StoredRequest, 'kind' | 'payload'>,
  environment: string,
): string[] {
  if (kind === 'kafka.promote') {
    const { to, topics } = payload as {
      to?: string;
      topics?: TopicItem['payload'][];
    };
    return to === environment
      ? (topics ?? []).flatMap(topic => topic?.name ?? [])
      : [];
  }
  const items = (
    kind === 'kafka.bundle' ? payload.items : [{ kind, payload }]
  ) as TopicItem[];
  return items.flatMap(item =>
    item.kind === 'kafka.topic' &&
    item.payload?.operation === 'create' &&
    item.payload.environment === environment
      ? item.payload.name ?? []
      : [],
  );
}
