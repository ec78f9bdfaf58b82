// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What people of the demo company have on Kafka before anybody looks: applications, topics, access, schemas, and requests
// that wait for somebody. They are asked for as the personas, through the API, and go the whole way that every request goes.
import { fillClusters } from './demo-kafka-records.mjs';
import { signIn } from './portal.mjs';
import { waitFor } from './wait.mjs';

const WITHIN_MS = 60_000;
/** Who says yes: an administrator to applications, the data platform team to what is asked of staging and production. */
const ADMINISTRATOR = 'pat';
const DATA_PLATFORM = 'dan';

const application = (name, team, component) => ({
  kind: 'kafka.application',
  payload: {
    operation: 'create',
    name,
    ownerRef: `group:default/${team}`,
    componentRef: `component:default/${component}`,
  },
});

const instance = (name, environment, more = {}) => ({
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

const topic = (environment, name, more = {}) => ({
  kind: 'kafka.topic',
  payload: {
    operation: 'create',
    environment,
    instance: `${name.split('.')[0]}@${environment}`,
    name,
    ...more,
  },
});

const schema = (environment, name, fields) => ({
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

const access = (environment, { by, to, group, expiresAt }) => ({
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

const ORDER = [
  { name: 'orderId', type: 'string' },
  { name: 'customerId', type: 'string' },
  { name: 'totalCents', type: 'long' },
];
const PAYMENT = [
  { name: 'paymentId', type: 'string' },
  { name: 'orderId', type: 'string' },
  { name: 'amountCents', type: 'long' },
];

/** In this order; `yes` are those who approve, one after the other. */
const DONE = [
  {
    by: 'otto',
    order: application('orders', 'orders', 'orders-api'),
    yes: [ADMINISTRATOR],
  },
  {
    by: 'pia',
    order: application('payments', 'payments', 'payments-api'),
    yes: [ADMINISTRATOR],
  },
  { by: 'otto', order: instance('orders', 'dev') },
  { by: 'pia', order: instance('payments', 'dev') },
  {
    by: 'otto',
    order: instance('orders', 'staging'),
    yes: [DATA_PLATFORM],
  },
  { by: 'otto', order: instance('orders', 'prod'), yes: [DATA_PLATFORM] },
  { by: 'pia', order: instance('payments', 'prod'), yes: [DATA_PLATFORM] },
  ...['created', 'shipped', 'returned', 'snapshots'].map(name => ({
    by: 'otto',
    order: topic('dev', `orders.${name}`, {
      ...(name === 'snapshots' && { configs: { 'cleanup.policy': 'compact' } }),
      description: `Orders, ${name}`,
    }),
  })),
  ...['settled', 'refunded'].map(name => ({
    by: 'pia',
    order: topic('dev', `payments.${name}`, { size: 'M' }),
  })),
  { by: 'otto', order: schema('dev', 'orders.created', ORDER) },
  { by: 'pia', order: schema('dev', 'payments.settled', PAYMENT) },
  {
    by: 'otto',
    order: topic('staging', 'orders.created', { size: 'S' }),
    yes: [DATA_PLATFORM],
  },
  ...['created', 'shipped'].map(name => ({
    by: 'otto',
    order: topic('prod', `orders.${name}`, {
      size: 'M',
      deletionProtection: true,
    }),
    yes: [DATA_PLATFORM],
  })),
  {
    by: 'pia',
    order: topic('prod', 'payments.settled', {
      size: 'L',
      deletionProtection: true,
    }),
    yes: [DATA_PLATFORM],
  },
  {
    by: 'otto',
    order: schema('prod', 'orders.created', ORDER),
    yes: [DATA_PLATFORM],
  },
  {
    by: 'pia',
    why: 'Payments begin when an order is placed.',
    order: access('prod', {
      by: 'payments',
      to: 'orders.created',
      group: 'payments.orders-reader',
    }),
    yes: [DATA_PLATFORM, 'otto'],
  },
  {
    by: 'pia',
    why: 'To try the new matching of orders and payments.',
    order: access('dev', {
      by: 'payments',
      to: 'orders.created',
      group: 'payments.orders-reader',
    }),
    yes: ['otto'],
  },
];

/** Those that wait, or ended otherwise. */
const OPEN = [
  {
    by: 'otto',
    why: 'Returns go live next week.',
    order: topic('prod', 'orders.returned', { size: 'S' }),
  },
  {
    by: 'otto',
    why: 'To retry orders when a payment comes late.',
    order: access('prod', {
      by: 'orders',
      to: 'payments.settled',
      group: 'orders.payments-reader',
    }),
  },
  {
    by: 'pia',
    why: 'Twice the load since the sale.',
    order: {
      kind: 'kafka.topic',
      payload: {
        operation: 'partitions',
        environment: 'prod',
        name: 'payments.settled',
        partitions: 48,
      },
    },
    then: {
      by: DATA_PLATFORM,
      verdict: 'reject',
      comment:
        'The consumers are behind because of the database, not the partitions. Look at its locks first; keys would move for nothing.',
    },
  },
  {
    by: 'otto',
    why: 'The auditors want a longer history.',
    order: {
      kind: 'kafka.topic',
      payload: {
        operation: 'config',
        environment: 'prod',
        name: 'orders.created',
        set: { 'retention.ms': '2592000000' },
      },
    },
    then: {
      by: DATA_PLATFORM,
      verdict: 'request-changes',
      comment: '14 days are enough for the auditors, and half of the disk.',
    },
  },
  {
    by: 'pia',
    why: 'Refunds in production.',
    order: topic('prod', 'payments.refunded', { size: 'S' }),
    submit: 'review',
  },
  {
    by: 'otto',
    why: 'A stream of carts, for the recommendations.',
    order: topic('prod', 'orders.carts', { size: 'L' }),
    then: {
      by: 'otto',
      verdict: 'cancel',
      comment: 'The recommendations read the orders now; no carts needed.',
    },
  },
];

/** Makes what is not there yet, and fills the clusters, which are empty at each start. Answers how many requests there are. */
export async function seedKafka({ backend }) {
  const base = `${backend}/api/kafka-self-serve`;
  const call = async (who, path, body) => {
    const token = await signIn(backend, `user:default/${who}`);
    const answer = await fetch(`${base}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok)
      throw new Error(
        `${path} as ${who}: ${answer.status} ${await answer.text()}`,
      );
    return answer.json();
  };
  const sync = async () => {
    const { items } = await call(ADMINISTRATOR, '/environments');
    for (const { name } of items)
      await call(ADMINISTRATOR, `/environments/${name}/sync`, {});
    return items.every(({ status }) => status?.reachable);
  };

  const { embeddedUnavailable } = await call(ADMINISTRATOR, '/environments');
  if (embeddedUnavailable) return 0;
  await waitFor('the Kafka clusters', sync, { withinMs: WITHIN_MS });
  const { all } = await call(ADMINISTRATOR, '/requests/counts');
  if (all === 0) await makeRequests(call);
  const { items } = await call(ADMINISTRATOR, '/connections');
  await fillClusters(items);
  await sync();
  return DONE.length + OPEN.length;
}

async function makeRequests(call) {
  const make = async ({ by, order, why, submit = 'now' }, key) => {
    const { request } = await call(by, '/requests', {
      ...order,
      justification: why ?? 'The first of its kind, to begin with.',
      submit,
      idempotencyKey: `demo-kafka-${key}`,
    });
    return request;
  };
  const decide = async ({ id }, { by, verdict, comment }) => {
    const { planDigest } = await call(by, `/requests/${id}`);
    // Whoever takes a request back decides about no plan.
    const about = verdict === 'cancel' ? {} : { planDigest };
    await call(by, `/requests/${id}/${verdict}`, { ...about, comment });
  };
  for (const [index, wanted] of DONE.entries()) {
    const request = await make(wanted, `done-${index + 1}`);
    for (const by of wanted.yes ?? [])
      await decide(request, { by, verdict: 'approve' });
    await waitFor(
      `"${request.title}" to be done`,
      async () => {
        const now = await call(wanted.by, `/requests/${request.id}`);
        if (now.failure)
          throw new Error(`${now.title}: ${now.failure.message}`);
        return now.execution === 'succeeded';
      },
      { withinMs: WITHIN_MS },
    );
  }
  for (const [index, wanted] of OPEN.entries()) {
    const request = await make(wanted, `open-${index + 1}`);
    if (wanted.then) await decide(request, wanted.then);
  }
}
