// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { DEV, MODULES_SOURCE, PROD } from './places';

const locals = (values: Record<string, string>) =>
  `locals {\n${Object.entries(values)
    .map(([name, value]) => `  ${name} = "${value}"\n`)
    .join('')}}\n`;

/** A unit as people write it. */
export function unit(
  options: {
    module?: string;
    ref?: string;
    source?: string;
    inputs?: string;
    more?: string;
  } = {},
): string {
  const { module = 'postgres-database', ref = 'v1.1.0', inputs = '' } = options;
  const source =
    options.source ?? `${MODULES_SOURCE}//modules/${module}?ref=${ref}`;
  return `include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "${source}"
}
${options.more ?? ''}
inputs = {
${inputs}}
`;
}

/** What is there before anybody asks for anything. */
export const LIVE_FILES: Record<string, string> = {
  'root.hcl': '# root\n',
  '_envcommon/postgres.hcl': '# common\n',
  'live/acme-dev/account.hcl': locals({ account_id: '111111111111' }),
  [`${DEV}/env.hcl`]: locals({ environment: 'dev' }),
  'live/acme-dev/eu-west-1/region.hcl': locals({ aws_region: 'eu-west-1' }),
  'live/acme-prod/eu-west-1/region.hcl': locals({ aws_region: 'eu-west-1' }),
  [`${DEV}/network/terragrunt.hcl`]: unit({ module: 'network' }),
  'live/acme-prod/account.hcl': locals({ account_id: '333333333333' }),
  [`${PROD}/env.hcl`]: locals({ environment: 'prod' }),
  [`${PROD}/network/terragrunt.hcl`]: unit({ module: 'network' }),
  // A folder of an account that says nothing, and one that lies about its environment.
  'live/acme-new/eu-west-1/dev/env.hcl': locals({ environment: 'dev' }),
  'live/acme-dev/eu-west-9/dev/env.hcl': locals({ environment: 'prod' }),
  // An account in which somebody has shadowed the account's file.
  'live/acme-old/account.hcl': locals({ account_id: '111111111111' }),
  'live/acme-old/eu-west-1/region.hcl': locals({ aws_region: 'eu-west-1' }),
  'live/acme-old/eu-west-1/dev/env.hcl': locals({ environment: 'dev' }),
  'live/acme-old/eu-west-1/dev/account.hcl/terragrunt.hcl': unit(),
  // An environment of the wrong account.
  'live/acme-prod/eu-west-1/dev/env.hcl': locals({ environment: 'dev' }),
  'deploy/dev/payments-api/README.md': 'Values of payments-api.\n',
};
