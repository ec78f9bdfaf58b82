// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestDetail } from '@fairway/requests-common';

/** A topic that a request is about. */
export interface TouchedTopic {
  environment: string;
  name: string;
}

interface Payload {
  environment?: string;
  to?: string;
  name?: string;
  topic?: { pattern: string; name: string };
  topics?: { name: string }[];
  items?: { kind: string; payload: Payload }[];
}

/** The topics that a request is about, each once, out of its payload. */
export function topicsOf(
  request: Pick<RequestDetail, 'kind' | 'payload'>,
): TouchedTopic[] {
  const found = new Map<string, TouchedTopic>();
  const add = (environment: string | undefined, name: string | undefined) => {
    if (environment && name) {
      found.set(`${environment}/${name}`, { environment, name });
    }
  };
  const visit = (kind: string, payload: Payload, around?: string) => {
    const environment = payload.environment ?? around;
    if (kind === 'kafka.topic') add(environment, payload.name);
    if (kind === 'kafka.grant' && payload.topic?.pattern === 'LITERAL') {
      add(environment, payload.topic.name);
    }
    if (kind === 'kafka.offset-reset' || kind === 'kafka.promote') {
      payload.topics?.forEach(({ name }) =>
        add(payload.to ?? environment, name),
      );
    }
    if (kind === 'kafka.bundle') {
      payload.items?.forEach(item =>
        visit(item.kind, item.payload, environment),
      );
    }
  };
  visit(request.kind, request.payload as Payload);
  return [...found.values()];
}
