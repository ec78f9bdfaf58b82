// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef } from '@backstage/frontend-plugin-api';
import { rootRouteRef } from '../routes';

/** Addresses of what the pages link to; names are encoded here. */
export function useLinks() {
  const root = useRouteRef(rootRouteRef)?.() ?? '';
  const to = (...parts: string[]) =>
    [root, ...parts.map(encodeURIComponent)].join('/');
  return {
    environments: to('environments'),
    environmentOf: (name: string) => to('environments', name),
    newEnvironment: to('new-environment'),
    editEnvironment: (name: string) => to('environments', name, 'edit'),
    applications: to('applications'),
    newApplication: to('new-application'),
    applicationOf: (name: string) => to('applications', name),
    newInstance: (application: string) =>
      to('applications', application, 'new-environment'),
    topics: to('topics'),
    topicOf: (environment: string, name: string) =>
      to('topics', environment, name),
    topicsOf: (query: Record<string, string>) =>
      `${to('topics')}?${new URLSearchParams(query)}`,
    groups: to('groups'),
    groupOf: (environment: string, groupId: string) =>
      to('groups', environment, groupId),
    resetOf: (environment: string, groupId: string) =>
      to('groups', environment, groupId, 'reset'),
    newTopic: to('topics', 'new'),
    subjectOf: (environment: string, name: string) =>
      to('subjects', environment, name),
    policies: to('policies'),
    newPolicy: to('new-policy'),
    editPolicy: (name: string) => to('policies', name, 'edit'),
    policyOf: (name: string) => to('policies', name),
    drift: to('drift'),
  };
}
