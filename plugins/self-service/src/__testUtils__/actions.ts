// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ActionTarget,
  DriftItem,
  SelfServiceAction,
} from '@fairway/backstage-plugin-self-service-common';

export const targetOf = (
  environment: string,
  target: Partial<ActionTarget> = {},
): ActionTarget => ({
  environment,
  decision: 'allow',
  by: 'owners-nonprod',
  message: `You may in ${environment}.`,
  askFor: [],
  needs: [],
  ...target,
});

export const actionOf = (
  action: Partial<SelfServiceAction> = {},
): SelfServiceAction => ({
  templateRef: `template:default/${(action.title ?? 'database').toLowerCase()}`,
  title: 'Database',
  description: 'A database for your service.',
  operation: 'create',
  category: 'Databases',
  tags: [],
  ownerRef: 'group:default/template-authors',
  targets: [targetOf('dev', { approval: 'auto' })],
  ...action,
});

export const driftOf = (item: Partial<DriftItem> = {}): DriftItem => ({
  kind: 'changed',
  repoUrl: 'local?owner=acme&repo=infrastructure-live',
  path: 'live/dev/pg-orders',
  environment: 'dev',
  service: 'postgres-database',
  forms: [],
  ...item,
});
