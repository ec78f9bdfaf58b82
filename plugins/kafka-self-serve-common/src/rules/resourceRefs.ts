// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { instanceId } from '../model/application';
import type {
  KafkaRequestKind,
  KafkaRequestPayload,
} from '../schemas/requests';
import { foldTopicName } from './topicNames';

type Request = {
  [K in KafkaRequestKind]: { kind: K; payload: KafkaRequestPayload<K> };
}[KafkaRequestKind];

const ref = (environment: string, type: string, name: string) =>
  `kafka:${environment}/${type}/${name}`;

/** A topic as requests are about it: names that collide are one resource. @public */
export function topicResourceRef(environment: string, name: string): string {
  return ref(environment, 'topic', foldTopicName(name));
}

/**
 * What a request is about: two with a resource in common cannot be open at
 * once. Topics are folded, so that two names that collide are one resource.
 *
 * @public
 */
export function resourceRefs(request: Request): string[] {
  switch (request.kind) {
    case 'kafka.application':
      return [`kafka:application/${request.payload.name}`];
    case 'kafka.application-instance': {
      const { environment } = request.payload;
      return [ref(environment, 'instance', instanceId(request.payload))];
    }
    case 'kafka.topic': {
      const { environment, name } = request.payload;
      return [topicResourceRef(environment, name)];
    }
    case 'kafka.grant':
      return [grantRef(request.payload)];
    case 'kafka.revoke': {
      const { environment, grant } = request.payload;
      return [ref(environment, 'grant', grant)];
    }
    case 'kafka.subject': {
      const { environment, name } = request.payload;
      return [ref(environment, 'subject', name)];
    }
    case 'kafka.offset-reset': {
      const { environment, group } = request.payload;
      return [ref(environment, 'group', group)];
    }
    case 'kafka.limits':
    case 'kafka.client-quota': {
      const { environment, instance } = request.payload;
      return [ref(environment, request.kind.slice('kafka.'.length), instance)];
    }
    case 'kafka.credential': {
      const { environment, username } = request.payload;
      return [ref(environment, 'user', username)];
    }
    case 'kafka.ownership-claim':
    case 'kafka.ownership-transfer': {
      const { environment, patterns } = request.payload;
      return patterns.map(({ type, pattern, name }) =>
        ref(environment, 'ownership', `${type}/${pattern}/${name}`),
      );
    }
    case 'kafka.promote': {
      const { to, topics } = request.payload;
      return topics.map(({ name }) => topicResourceRef(to, name));
    }
    default:
      return request.payload.items.flatMap(item => resourceRefs(item));
  }
}

function grantRef(payload: KafkaRequestPayload<'kafka.grant'>): string {
  const { environment } = payload;
  if (payload.operation === 'renew') {
    return ref(environment, 'grant', payload.grant);
  }
  const { grantee, access, topic } = payload;
  return ref(
    environment,
    'access',
    `${grantee}/${access}/${topic.pattern}/${topic.name}`,
  );
}
