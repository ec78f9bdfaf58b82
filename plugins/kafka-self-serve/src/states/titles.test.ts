// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { waitFor } from '@testing-library/react';
import { openStates } from '../__testUtils__/states/openStates';
import {
  applicationStates,
  askStates,
  driftStates,
  environmentStates,
  listStates,
  type PageStates,
  policyStates,
  requestStates,
  resourceStates,
} from '../__testUtils__/states';

/** The first row of each page. */
const PAGES = new Map(
  [
    applicationStates,
    askStates,
    driftStates,
    environmentStates,
    listStates,
    policyStates,
    requestStates,
    resourceStates,
  ]
    .flat()
    .reverse()
    .map((row): [string, PageStates] => [row.page, row]),
);

const TITLES: Record<string, string> = {
  '/environments': 'Environments | Kafka',
  '/environments/:name': 'Development | Environments | Kafka',
  '/new-environment': 'Set up an environment | Environments | Kafka',
  '/environments/:name/edit': 'Edit dev | Environments | Kafka',
  '/applications': 'Applications | Kafka',
  '/applications/:name': 'orders | Applications | Kafka',
  '/new-application': 'Ask for an application | Applications | Kafka',
  '/applications/:name/new-environment':
    'Bring orders into an environment | Applications | Kafka',
  '/topics': 'Topics | Kafka',
  '/topics/new': 'Ask for a topic | Topics | Kafka',
  '/topics/:environment/:name': 'orders.created | Topics | Kafka',
  '/topics/:environment/:name/access':
    'Get access to orders.created | Topics | Kafka',
  '/topics/:environment/:name/config':
    'Change configs of orders.created | Topics | Kafka',
  '/topics/:environment/:name/partitions':
    'Add partitions to orders.created | Topics | Kafka',
  '/topics/:environment/:name/schema':
    'Register a schema for orders.created | Topics | Kafka',
  '/topics/:environment/:name/promote':
    'Promote orders.created | Topics | Kafka',
  '/topics/:environment/:name/protection':
    'Deletion protection of orders.created | Topics | Kafka',
  '/topics/:environment/:name/claim': 'Claim orders.created | Topics | Kafka',
  '/topics/:environment/:name/delete': 'Delete orders.created | Topics | Kafka',
  '/groups': 'Consumer groups | Kafka',
  '/groups/:environment/:name':
    'payments.orders-reader | Consumer groups | Kafka',
  '/groups/:environment/:name/reset':
    'Reset offsets of orders.search | Consumer groups | Kafka',
  '/subjects': 'Subjects | Kafka',
  '/subjects/:environment/:name': 'orders.created-value | Subjects | Kafka',
  '/subjects/:environment/:name/register':
    'Register a version of orders.created-value | Subjects | Kafka',
  '/subjects/:environment/:name/compatibility':
    'Compatibility of orders.created-value | Subjects | Kafka',
  '/drift': 'Drift and orphans | Kafka',
  '/policies': 'Policies | Kafka',
  '/policies/:name': 'names | Policies | Kafka',
  '/new-policy': 'Make a policy | Policies | Kafka',
  '/policies/:name/edit': 'Edit names | Policies | Kafka',
  '/my-requests': 'My requests | Kafka',
  '/to-decide': 'To decide | Kafka',
  '/requests': 'Requests | Kafka',
  '/requests/:id':
    'Request 1: Create topic orders.new in dev | Requests | Kafka',
  '/requests/:id/revise':
    'Edit request 1: Create topic orders.new in dev | Requests | Kafka',
};

describe('the title of the window', () => {
  it('is known of every page, each its own', () => {
    expect(Object.keys(TITLES).sort()).toEqual([...PAGES.keys()].sort());
    const titles = Object.values(TITLES);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it.each(Object.entries(TITLES))('of %s is %s', async (page, title) => {
    const row = PAGES.get(page)!;
    await openStates(row, { answers: row.answers });
    await waitFor(() => expect(document.title).toBe(title));
  });
});
