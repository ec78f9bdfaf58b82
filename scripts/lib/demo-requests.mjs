// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What people of the demo company have asked for before anybody looks: one request in each state that somebody has to do
// something about. They are made as the personas, through the API, and go the whole way that every request goes.
import { callAs } from './portal.mjs';
import { waitFor } from './wait.mjs';

const LIVE = 'local?owner=acme&repo=infrastructure-live';
const moduleOf = name =>
  `git::https://github.com/acme/infrastructure-modules.git//modules/${name}?ref=v1.1.0`;
const WITHIN_MS = 60_000;

const unit = ({
  name,
  size = 'small',
  storage = 20,
  classification = 'internal',
  more = '',
}) => `include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "${moduleOf('postgres-database')}"
}

inputs = {
  name                = "${name}"
  data_classification = "${classification}"
  instance_size       = "${size}"
  storage_gb          = ${storage}
${more}}
`;

const database = ({ environment, ticket, why, ...options }) => ({
  kind: 'change',
  title: `Create PostgreSQL database ${options.name} in ${environment}`,
  justification: why,
  payload: {
    repoUrl: LIVE,
    description: why,
    files: [
      {
        path: `live/acme-${environment}/eu-west-1/${environment}/${options.name}/terragrunt.hcl`,
        content: unit(options),
      },
    ],
    ...(ticket && { request: { changeTicket: ticket } }),
  },
});

/** A few services for a while: its end is near from the beginning, so it is among what ends soon. */
const tryOut = ({ name, lifetime, why }) => ({
  kind: 'change',
  title: `Create development environment ${name}`,
  justification: why,
  payload: {
    repoUrl: LIVE,
    description: why,
    lifetime,
    files: [
      {
        path: `live/acme-dev/eu-west-1/dev/${name}/terragrunt.hcl`,
        content: `include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "${moduleOf('development-environment')}"
}

inputs = {
  name     = "${name}"
  owner    = "user:default/otto"
  services = { orders-api = "branch-search" }
  lifetime = "${lifetime}"
}
`,
      },
    ],
  },
});

/** In this order; `then` is what others did about it. */
const REQUESTS = [
  {
    by: 'otto',
    order: database({
      name: 'orders-search',
      environment: 'dev',
      why: 'The search of the order history, to try its index out.',
    }),
    submit: 'now',
  },
  {
    by: 'otto',
    order: tryOut({
      name: 'search-trial',
      lifetime: 'P1D',
      why: 'The branch with the new search, for the product owner to look at.',
    }),
    submit: 'now',
  },
  {
    by: 'pia',
    order: database({
      name: 'payments-archive',
      environment: 'dev',
      // Each input is one that the module takes, and together they are refused by it: the plan fails, and the request
      // shows what a failure looks like.
      classification: 'confidential',
      more: '\n  backup_retention_days = 3\n',
      why: 'Old payments, which nobody reads but the auditors.',
    }),
    submit: 'now',
  },
  {
    by: 'pia',
    order: database({
      name: 'payments-scratch',
      environment: 'prod',
      ticket: 'CHG-2040',
      why: 'A place to try queries on real data.',
    }),
    submit: 'now',
    then: {
      by: 'ava',
      verdict: 'reject',
      comment:
        'Real data stays where it is. The copy without names in staging has what you need.',
    },
  },
  {
    by: 'pia',
    order: database({
      name: 'payments-ledger',
      environment: 'prod',
      ticket: 'CHG-2043',
      size: 'large',
      storage: 2000,
      why: 'The ledger of payouts.',
    }),
    submit: 'now',
    then: {
      by: 'pat',
      verdict: 'request-changes',
      comment: 'Begin with medium and 200 GB: it can grow, and never shrink.',
    },
  },
  {
    by: 'otto',
    order: database({
      name: 'orders-reports',
      environment: 'prod',
      ticket: 'CHG-2047',
      why: 'Monthly reports, away from the database that takes the orders.',
    }),
    submit: 'now',
  },
  {
    by: 'pia',
    order: database({
      name: 'payments-disputes',
      environment: 'dev',
      why: 'Disputed payments, for the new form.',
    }),
    submit: 'review',
  },
];

/** Makes them, once: a portal that has had them makes nothing. Answers how many there are. */
export async function seedRequests({ backend }) {
  const call = (who, path, body) =>
    callAs(backend, who, `self-service/requests${path}`, body);

  const { all } = await call('pat', '/counts');
  if (all > 0) return all;
  for (const [index, { by, order, submit, then }] of REQUESTS.entries()) {
    const { request } = await call(by, '', {
      ...order,
      submit,
      idempotencyKey: `demo-${index + 1}`,
    });
    if (!then) continue;
    const open = await waitFor(
      `request ${request.number} to be open`,
      async () => {
        const now = await call(then.by, `/${request.id}`);
        return now.outputs.pullRequestNumber !== undefined && now;
      },
      { withinMs: WITHIN_MS },
    );
    await call(then.by, `/${open.id}/${then.verdict}`, {
      planDigest: open.planDigest,
      comment: then.comment,
    });
  }
  return REQUESTS.length;
}
