// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// An owner and those to whom it gives access in each of the ways there are.
import {
  aclsOfEnvironment,
  type ApplicationInstance,
  type Grant,
} from '@fairway/backstage-plugin-kafka-self-serve-common';

export const NOW = '2026-06-01T10:00:00Z';
export const OWN = `privilege-${process.pid}`;

export const [OWNER, READER, WRITER, SENDER] = [
  'owner',
  'reader',
  'writer',
  'sender',
].map(name => `${OWN}-${name}`);
export const USERS = [OWNER, READER, WRITER, SENDER];
export const TOPICS = ['owned', 'read', 'written', 'sent'].map(
  name => `${OWNER}.${name}`,
);
export const [OWNED, READ, WRITTEN, SENT] = TOPICS;

const instance = (
  user: string,
  types: readonly ('TOPIC' | 'GROUP' | 'TRANSACTIONAL_ID')[],
): ApplicationInstance => ({
  id: `${user}@dev`,
  application: user,
  environment: 'dev',
  principals: [`User:${user}`],
  patterns: types.map(type => ({
    type,
    pattern: 'PREFIXED',
    name: `${user}.`,
  })),
  limits: {},
  visibility: 'public',
});
export const INSTANCES = [
  instance(OWNER, ['TOPIC', 'GROUP', 'TRANSACTIONAL_ID']),
  instance(READER, ['GROUP']),
  instance(WRITER, ['TRANSACTIONAL_ID']),
  instance(SENDER, []),
];

const grant = (
  user: string,
  given: Pick<Grant, 'access' | 'topic' | 'group' | 'transactionalId'>,
): Grant => ({
  id: `${user}-grant`,
  environment: 'dev',
  owner: `${OWNER}@dev`,
  grantee: `${user}@dev`,
  ...given,
});
const own = (user: string) =>
  ({ pattern: 'PREFIXED', name: `${user}.` } as const);
export const GRANTS = [
  grant(READER, {
    access: 'CONSUME',
    topic: { pattern: 'LITERAL', name: READ },
    group: own(READER),
  }),
  grant(WRITER, {
    access: 'PRODUCE',
    topic: { pattern: 'LITERAL', name: WRITTEN },
    transactionalId: own(WRITER),
  }),
  grant(SENDER, {
    access: 'PRODUCE',
    topic: { pattern: 'LITERAL', name: SENT },
  }),
];
export const ACLS = aclsOfEnvironment({
  instances: INSTANCES,
  grants: GRANTS,
  now: NOW,
});
