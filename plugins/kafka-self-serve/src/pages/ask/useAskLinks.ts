// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { rootRouteRef } from '../../routes';

/** What can be asked for about a topic; each has an address of its own. */
export const TOPIC_ASKS = [
  'access',
  'config',
  'partitions',
  'schema',
  'promote',
  'protection',
  'claim',
  'delete',
] as const;

export type TopicAsk = (typeof TOPIC_ASKS)[number];

/** The same about a subject. */
export const SUBJECT_ASKS = ['register', 'compatibility'] as const;

export type SubjectAsk = (typeof SUBJECT_ASKS)[number];

/** Addresses of the forms; names are encoded here. The same object as long as the plugin is where it is. */
export function useAskLinks() {
  const root = useRouteRef(rootRouteRef)?.() ?? '';
  return useMemo(() => linksBelow(root), [root]);
}

function linksBelow(root: string) {
  const to = (...parts: string[]) =>
    [root, ...parts.map(encodeURIComponent)].join('/');
  return {
    topics: to('topics'),
    topicOf: (environment: string, name: string) =>
      to('topics', environment, name),
    groupOf: (environment: string, groupId: string) =>
      to('groups', environment, groupId),
    subjectOf: (environment: string, name: string) =>
      to('subjects', environment, name),
    applicationOf: (name: string) => to('applications', name),
    newApplication: to('new-application'),
    newTopic: (query: Record<string, string> = {}) => {
      const text = new URLSearchParams(query).toString();
      return `${to('topics', 'new')}${text && `?${text}`}`;
    },
    ask: (ask: TopicAsk, environment: string, name: string) =>
      to('topics', environment, name, ask),
    askOfSubject: (ask: SubjectAsk, environment: string, name: string) =>
      to('subjects', environment, name, ask),
    resetOffsets: (environment: string, groupId: string) =>
      to('groups', environment, groupId, 'reset'),
  };
}
