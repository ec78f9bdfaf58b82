// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import { OWNERSHIP_ACTIONS } from '../actions';
import { list, text } from './fields';

// `meta` reaches the JSON Schema only, where editors complete from it: what a
// selector refers to is checked by the engine, with a better message.

/** An action, `role:<name>` or `*`. */
export const actions = () =>
  list(
    text('service.deploy').meta({
      anyOf: [
        { type: 'string', enum: [...OWNERSHIP_ACTIONS, '*'] },
        { type: 'string', pattern: '^role:[A-Za-z0-9][A-Za-z0-9._-]*$' },
      ],
    }),
    "['service.deploy']",
  );

/** Actions by name alone: what a role is made of. */
export const plainAction = () =>
  text('service.deploy').meta({ enum: [...OWNERSHIP_ACTIONS] });

/** Environments: a name, an alias, `tier:<tier>` or `*`. */
export const environments = () =>
  list(
    text('tier:nonprod').meta({ examples: ['prod', 'tier:nonprod', 'tier:*'] }),
    "['tier:nonprod']",
  );

/** Targets: `service:payments-api`, `store:*`. */
export const targets = () =>
  list(
    text('service:*').meta({
      anyOf: [
        {
          type: 'string',
          enum: ['service:*', 'store:*', 'account:*', 'cluster:*', 'network:*'],
        },
        {
          type: 'string',
          pattern: '^(service|account|network|cluster|store):.+$',
        },
      ],
    }),
    "['service:*']",
  );

const OWNERS = [
  'owner:service',
  'owner:environment',
  'owner:store',
  'owner:account',
  'owner:cluster',
  'owner:network',
];

/** Who a rule speaks about. */
export const audience = () =>
  list(
    text('team:payments').meta({
      anyOf: [
        { type: 'string', enum: ['everyone', ...OWNERS] },
        { type: 'string', pattern: '^(team|user|group|client):.+$' },
      ],
    }),
    "['team:payments']",
  );

/** Who approves. */
export const approvers = () =>
  list(
    text('owner:environment').meta({
      anyOf: [
        { type: 'string', enum: OWNERS },
        { type: 'string', pattern: '^(team|user|group):.+$' },
      ],
    }),
    "['owner:environment']",
  );

const CONDITION = z.unknown().meta({
  id: 'when',
  description:
    'Holds only while this does: all, any, not, or the test of one attribute.',
});
const LIMIT_CONDITION = z.unknown().meta({
  id: 'limitWhen',
  description: 'Counts only resources of which this holds.',
});

/** A condition; attributes and tests are checked by the engine. Its JSON Schema is in jsonSchema.ts. */
export const when = () => CONDITION.optional();

/** The same for limits, which look at the resource too. */
export const limitWhen = () => LIMIT_CONDITION.optional();
