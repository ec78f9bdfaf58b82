// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import { POLICY_TEXT, policyOf } from './__testUtils__/fixtures';
import { loadPolicy } from './loadPolicy';

/** The problems of the example after one edit, as compilers print them. */
function problemsAfter(from: string, to: string): string[] {
  const edited = POLICY_TEXT.replace(from, to);
  if (edited === POLICY_TEXT) throw new Error(`nothing to edit: ${from}`);
  const { policy, errors } = loadPolicy(edited, { source: 'policy.yaml' });
  expect(policy).toBeUndefined();
  return errors.map(
    ({ file, line, column, message }) =>
      `${file}:${line}:${column}: ${message}`,
  );
}

describe('loadPolicy', () => {
  it('loads the example and calls it by the hash of its text', () => {
    const { policy, revision, errors } = loadPolicy(POLICY_TEXT);
    expect(errors).toEqual([]);
    expect(revision).toBe(
      createHash('sha256').update(POLICY_TEXT).digest('hex'),
    );
    expect(policy).toMatchObject({ revision, source: 'policy.yaml' });
    expect([...policyOf(POLICY_TEXT).environments.keys()]).toEqual([
      'dev',
      'staging',
      'prod',
    ]);
    expect([...policyOf(POLICY_TEXT).attributes]).toEqual(['changeTicket']);
  });

  it('reads JSON as well', () => {
    const json = JSON.stringify({
      apiVersion: 'ownership/v1',
      kind: 'OwnershipPolicy',
      teams: { a: { groups: ['group:default/a'] } },
      environments: { dev: { tier: 'nonprod', owners: ['a'] } },
    });
    expect(loadPolicy(json).errors).toEqual([]);
  });

  it.each([
    [
      'a default other than deny',
      ['decision: deny  ', 'decision: allow'],
      'policy.yaml:5:13: defaults.decision: Got string "allow": write deny',
    ],
    [
      'an unknown team as owner',
      ['networking:   { owners: [netops]', 'networking:   { owners: [netop]'],
      'policy.yaml:22:28: services.networking.owners[0]: Unknown team "netop": did you mean "netops"?',
    ],
    [
      'no owner',
      ['{ owners: [payments] }', '{ owners: [] }'],
      'policy.yaml:24:27: services.payments-api.owners: Empty list: write at least one entry, such as [payments]',
    ],
    [
      'owners left out',
      ['{ owners: [payments] }', '{}'],
      'policy.yaml:24:17: services.payments-api.owners: Missing: write a list such as [payments]',
    ],
    [
      'an unknown environment in a rule',
      ['in: [prod]\n', 'in: [prdo]\n'],
      'policy.yaml:34:10: rules[2].in[0]: Unknown environment "prdo": write one of dev, staging, prod, tier:nonprod, tier:prod, tier:*',
    ],
    [
      'an unknown tier',
      ["in: ['tier:nonprod'], on", "in: ['tier:nonprd'], on"],
      'policy.yaml:29:115: rules[1].in[0]: Unknown environment "tier:nonprd": did you mean "tier:nonprod"?',
    ],
    [
      'an unknown target',
      ["'service:kafka-topic'", "'service:kafka-topics'"],
      'policy.yaml:38:99: rules[3].on[0]: Unknown service "service:kafka-topics": did you mean "service:kafka-topic"?',
    ],
    [
      'an unknown role',
      ["'role:deployer', service.destroy", "'role:deploy', service.destroy"],
      'policy.yaml:29:75: rules[1].actions[0]: Unknown role "role:deploy": did you mean "role:deployer"?',
    ],
    [
      'an unknown action',
      ['[service.plan, service.deploy]', '[service.plan, service.depoly]'],
      'policy.yaml:26:39: roles.deployer.actions[1]: Unknown action "service.depoly": did you mean "service.deploy"?',
    ],
    [
      'a team without its prefix',
      ["to: ['team:payments']", "to: ['payments']"],
      expect.stringContaining(
        'policy.yaml:38:48: rules[3].to[0]: "payments" is nobody: write one of everyone, team:platform',
      ),
    ],
    [
      'an alias that is taken, whatever its case',
      ['aliases: [stage]', 'aliases: [PROD]'],
      'policy.yaml:16:3: environments.prod: The environment "prod" is already at environments.staging.aliases[0]: write it once (names are compared without case)',
    ],
    [
      'an id twice',
      ['id: owners-prod', 'id: Owners-NonProd'],
      'policy.yaml:30:9: rules[2].id: The id "Owners-NonProd" is already at rules[1]: write another one',
    ],
    [
      'an id that the engine answers by itself',
      ['id: plan-anywhere', 'id: unknown-environment'],
      expect.stringMatching(
        /^policy.yaml:28:11: rules\[0\].id: The id "unknown-environment" is one of the engine's own/,
      ),
    ],
    [
      'a key twice',
      ['  data:     {', '  netops:     {'],
      expect.stringMatching(/^policy.yaml:11:3: The same key twice: keep one/),
    ],
    [
      'an account in two environments',
      ["['222222222222']", "['111111111111']"],
      'policy.yaml:15:60: environments.staging.accounts[0]: The account "111111111111" is already at environments.dev.accounts[0]: write it once (names are compared without case)',
    ],
    [
      'a cluster in two environments',
      ['[eks-prod]', '[EKS-dev]'],
      expect.stringContaining(
        'policy.yaml:16:85: environments.prod.clusters[0]: The cluster "EKS-dev" is already at environments.dev.clusters[0]',
      ),
    ],
    [
      'an account as a number',
      ["['111111111111']", '[111111111111]'],
      "policy.yaml:14:60: environments.dev.accounts[0]: Got the number 111111111111: write it in quotes, '111111111111'",
    ],
    [
      'a word for a truth',
      ['restricted: true }   #', 'restricted: yes }   #'],
      'policy.yaml:21:49: services.accounts.restricted: Got string "yes": write true or false',
    ],
    [
      'a misspelt test',
      ['exists: true }\n    why', 'exist: true }\n    why'],
      'policy.yaml:36:41: rules[2].when.exist: "exist" is no test of request.changeTicket: did you mean "exists"?',
    ],
    [
      'an unknown attribute',
      ['attr: request.changeTicket', 'attr: requst.changeTicket'],
      'policy.yaml:36:19: rules[2].when.attr: Unknown attribute "requst.changeTicket": did you mean "request.changeTicket"?',
    ],
    [
      'a time without a zone',
      ["['2026-12-20T00:00:00Z'", "['2026-12-20'"],
      "policy.yaml:46:38: rules[6].when.between: Not two times with a zone: write between: ['2026-12-20T00:00:00Z', '2027-01-03T00:00:00Z']",
    ],
    [
      'break-glass out of reach on an allow',
      [
        'effect: allow, to: [everyone]',
        'effect: allow, breakGlass: never, to: [everyone]',
      ],
      expect.stringContaining(
        'rules[0].breakGlass: Only a deny can be out of reach of break-glass: remove breakGlass, or write effect: deny',
      ),
    ],
    [
      'an unknown placeholder',
      ['{unit}/**', '{unti}/**'],
      'policy.yaml:58:40: layout[0].glob: Unknown placeholder "{unti}": write {account}, {region}, {environment}, {unit} or {service}',
    ],
    [
      'both a mode and stages',
      ['id: prod-owner,', 'id: prod-owner, mode: auto,'],
      expect.stringContaining(
        'approvals[1]: Neither or both of mode and stages: write mode: auto, or stages:',
      ),
    ],
    [
      'a name that is a trap in JavaScript',
      ['  payments-api: {', '  __proto__: {'],
      'policy.yaml:24:3: "__proto__" is not a name: write letters and digits',
    ],
    [
      'a tab',
      ['  netops:', '\tnetops:'],
      expect.stringMatching(/^policy.yaml:10:1: A tab: indent with spaces/),
    ],
  ])('refuses %s', (_, [from, to], message) => {
    expect(problemsAfter(from, to)[0]).toEqual(message);
  });

  it('names a misspelt key and the missing one', () => {
    expect(problemsAfter('effect: deny\n', 'efect: deny\n')).toEqual([
      'policy.yaml:41:5: rules[6].effect: Missing: write allow or deny',
      'policy.yaml:42:5: rules[6].efect: Unknown key "efect": write effect',
    ]);
  });

  it('reports all problems of a file at once, in its order', () => {
    const text = POLICY_TEXT.replace('[platform]', '[plattform]')
      .replace('[netops], restricted', '[netop], restricted')
      .replace('in: [prod]\n', 'in: [prodd]\n');
    expect(loadPolicy(text).errors.map(({ line }) => line)).toEqual([
      14, 21, 34,
    ]);
  });

  it.each([
    ['', 'The file is empty: write apiVersion, kind and the rest'],
    [
      'a: 1\n---\nb: 2',
      'The file holds several YAML documents: remove "---" and write one',
    ],
    [
      'just text',
      expect.stringContaining(
        'Got string "just text": write a mapping of apiVersion',
      ),
    ],
    [
      '[1]',
      expect.stringContaining('Got a list: write a mapping of apiVersion'),
    ],
    [
      'a: *c',
      'The anchor "c" is not defined: quote the value if the * is meant',
    ],
    [
      `a: &a [1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c]`,
      expect.stringContaining('write the values out instead of anchors'),
    ],
  ])('refuses the text %j', (text, message) => {
    expect(loadPolicy(text).errors[0].message).toEqual(message);
  });
});
