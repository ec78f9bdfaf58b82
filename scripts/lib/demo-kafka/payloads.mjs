// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What people of the demo company ask for, by its kind.
export const application = (name, team, component) => ({
  kind: 'kafka.application',
  payload: {
    operation: 'create',
    name,
    ownerRef: `group:default/${team}`,
    componentRef: `component:default/${component}`,
  },
});

export const instance = (name, environment, more = {}) => ({
  kind: 'kafka.application-instance',
  payload: {
    operation: 'create',
    application: name,
    environment,
    principals: [`User:${name}`],
    patterns: ['TOPIC', 'GROUP', 'TRANSACTIONAL_ID'].map(type => ({
      type,
      pattern: 'PREFIXED',
      name: `${name}.`,
    })),
    ...more,
  },
});

export const topic = (environment, name, more = {}) => ({
  kind: 'kafka.topic',
  payload: {
    operation: 'create',
    environment,
    instance: `${name.split('.')[0]}@${environment}`,
    name,
    ...more,
  },
});

export const schema = (environment, name, fields) => ({
  kind: 'kafka.subject',
  payload: {
    operation: 'register',
    environment,
    instance: `${name.split('.')[0]}@${environment}`,
    name: `${name}-value`,
    format: 'AVRO',
    schema: JSON.stringify({
      type: 'record',
      name: name.replace(/(?:^|[.-])(\w)/g, (_, letter) =>
        letter.toUpperCase(),
      ),
      namespace: 'example.acme',
      fields,
    }),
    compatibility: 'BACKWARD',
  },
});

export const access = (environment, { by, to, group, expiresAt }) => ({
  kind: 'kafka.grant',
  payload: {
    operation: 'create',
    environment,
    grantee: `${by}@${environment}`,
    access: 'CONSUME',
    topic: { pattern: 'LITERAL', name: to },
    group: { pattern: 'LITERAL', name: group },
    ...(expiresAt && { expiresAt }),
  },
});
