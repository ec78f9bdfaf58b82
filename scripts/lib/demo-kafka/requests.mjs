// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What is there before anybody looks, and what waits for somebody.
import { access, application, instance, schema, topic } from './payloads.mjs';

/** Who says yes: an administrator to applications, the data platform team to what is asked of staging and production. */
export const ADMINISTRATOR = 'pat';
export const DATA_PLATFORM = 'dan';

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
export const DONE = [
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
export const OPEN = [
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
