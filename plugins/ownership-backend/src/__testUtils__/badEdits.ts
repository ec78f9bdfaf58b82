// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { POLICY, POLICY_TESTS } from './policy';

/** One edit that must not be taken, and what its author reads first: place, and what to write instead. */
interface BadEdit {
  kind: string;
  /** Left out: the file is gone. */
  policy?: string;
  tests?: string;
  message: RegExp;
}

/** The policy, with one thing otherwise. */
export const edited = (from: string | RegExp, to: string) => {
  const policy = POLICY.replace(from, to);
  if (policy === POLICY) throw new Error(`nothing to edit: ${from}`);
  return policy;
};

export const BAD_EDITS: BadEdit[] = [
  {
    kind: 'an unknown team as owner',
    policy: edited('owners: [netops]', 'owners: [netop]'),
    message:
      /^policy\.yaml:14:26: services\.networking\.owners\[0\]: Unknown team "netop": did you mean "netops"\?$/,
  },
  {
    kind: 'an unknown team in a rule',
    policy: edited("to: ['owner:service']", "to: ['team:paymnets']"),
    message: /^policy\.yaml:17:\d+: rules\[0\]\.to\[0\]: .*"team:payments"/,
  },
  {
    kind: 'an unknown environment',
    policy: edited('in: [prod]', 'in: [prdo]'),
    message: /^policy\.yaml:22:10: rules\[1\]\.in\[0\]: .*"prdo".*prod/,
  },
  {
    kind: 'an unknown tier',
    policy: edited("'tier:nonprod'", "'tier:nonprd'"),
    message: /^policy\.yaml:17:\d+: .*did you mean "tier:nonprod"\?$/,
  },
  {
    kind: 'an unknown target',
    policy: edited("on: ['service:*'] }", "on: ['service:payment-api'] }"),
    message: /^policy\.yaml:17:\d+: .*did you mean "service:payments-api"\?$/,
  },
  {
    kind: 'an unknown role',
    policy: edited('actions: [service.deploy]', "actions: ['role:deployer']"),
    message: /^policy\.yaml:17:\d+: .*"role:deployer"/,
  },
  {
    kind: 'an unknown action',
    policy: edited('service.deploy', 'service.depoly'),
    message: /^policy\.yaml:17:\d+: .*did you mean "service.deploy"\?$/,
  },
  {
    kind: 'an id twice',
    policy: edited('id: owners-prod', 'id: owners-nonprod'),
    message:
      /^policy\.yaml:18:9: rules\[1\]\.id: The id "owners-nonprod" is already at rules\[0\]: write another one$/,
  },
  {
    kind: 'an alias twice',
    policy: edited("accounts: ['333333333333']", 'aliases: [dev]'),
    message: /^policy\.yaml:12:\d+: .*"dev" is already at .*: write it once/,
  },
  {
    kind: 'no owner',
    policy: edited('owners: [payments]', 'owners: []'),
    message:
      /^policy\.yaml:15:\d+: .*Empty list: write at least one entry, such as \[payments\]$/,
  },
  {
    kind: 'an account in two environments',
    policy: edited('333333333333', '111111111111'),
    message:
      /^policy\.yaml:12:\d+: .*The account "111111111111" is already at environments\.dev\.accounts\[0\]: write it once/,
  },
  {
    kind: 'a cluster in two environments',
    policy: edited(
      /accounts: \['(1+)'\]([^]*)accounts: \['(3+)'\]/,
      'clusters: [eks]$2clusters: [eks]',
    ),
    message: /^policy\.yaml:12:\d+: .*The cluster "eks" is already at/,
  },
  {
    kind: 'a default other than deny',
    policy: edited('decision: deny', 'decision: allow'),
    message:
      /^policy\.yaml:5:13: defaults\.decision: Got string "allow": write deny$/,
  },
  {
    kind: 'a wrong type',
    policy: edited('restricted: true', 'restricted: yes'),
    message: /^policy\.yaml:14:\d+: .*Got string "yes": write true or false$/,
  },
  {
    kind: 'a misspelt key',
    policy: edited('    why:', '    wyh:'),
    message: /^policy\.yaml:25:5: rules\[1\]\.wyh: Unknown key "wyh": write/,
  },
  {
    kind: 'a misspelt test',
    policy: edited('exists: true', 'exist: true'),
    message: /^policy\.yaml:24:\d+: .*did you mean "exists"\?$/,
  },
  {
    kind: 'a time without a zone',
    policy: edited(
      'attr: request.changeTicket, exists: true',
      "attr: time.now, after: '2026-12-20'",
    ),
    message: /^policy\.yaml:24:\d+: .*with a zone: write/,
  },
  {
    kind: 'an unknown placeholder',
    policy: edited('{unit}', '{unti}'),
    message: /^policy\.yaml:28:\d+: .*Unknown placeholder "\{unti\}": write/,
  },
  {
    kind: 'an unknown team for break-glass',
    policy: edited(
      'breakGlass: { teams: [platform]',
      'breakGlass: { teams: [sre]',
    ),
    message: /^policy\.yaml:26:\d+: .*Unknown team "sre": write one of/,
  },
  {
    kind: 'a tab',
    policy: edited('  netops:', '\tnetops:'),
    message: /^policy\.yaml:8:1: A tab: indent with spaces/,
  },
  {
    kind: 'a bracket that is not closed',
    policy: edited('[platform], accounts', '[platform, accounts'),
    message: /^policy\.yaml:\d+:\d+: /,
  },
  {
    kind: 'the same key twice',
    policy: edited('  netops:', '  payments:'),
    message: /^policy\.yaml:9:3: The same key twice: keep one/,
  },
  {
    kind: 'several documents',
    policy: `${POLICY}---\n${POLICY}`,
    message: /^policy\.yaml.*remove "---" and write one$/,
  },
  {
    kind: 'an empty file',
    policy: '',
    message: /^policy\.yaml.*The file is empty: write apiVersion/,
  },
  {
    kind: 'no file at all',
    message: /^policy\.yaml: ".*policy\.yaml" cannot be read \(ENOENT\)\. Put/,
  },
  {
    kind: 'a failing case',
    policy: edited('owners: [payments]', 'owners: [platform]'),
    message: /^policy\.tests\.yaml:6: Case 1, ".*", fails: /,
  },
  {
    kind: 'a case of nobody',
    tests: POLICY_TESTS.replace('{ as: pia', '{ as: pai'),
    message:
      /^policy\.tests\.yaml:6:\d+: .*Unknown user "pai": write one of pia$/,
  },
  {
    kind: 'cases that read the clock',
    tests: POLICY_TESTS.replace(/^defaults:.*\n/m, ''),
    message: /^policy\.tests\.yaml:5:\d+: .*No time: write at:/,
  },
];
