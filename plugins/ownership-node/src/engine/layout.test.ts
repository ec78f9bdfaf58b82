// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { POLICY_TEXT, policyOf } from './__testUtils__/fixtures';
import { compileGlob, targetOfPath } from './layout';

const policy = policyOf(POLICY_TEXT);
const repo = 'infrastructure-live';

describe('targetOfPath', () => {
  it('reads the target and its folder from the path of a unit', () => {
    expect(
      targetOfPath(policy, {
        repo,
        path: 'live/acme-dev/eu-west-1/dev/orders-db/terragrunt.hcl',
      }),
    ).toEqual({
      account: 'acme-dev',
      region: 'eu-west-1',
      environment: 'dev',
      unit: 'orders-db',
      folder: 'live/acme-dev/eu-west-1/dev/orders-db',
    });
  });

  it('keeps the folder of a file deeper in the unit', () => {
    const path = 'live/acme-dev/eu-west-1/dev/orders-db/files/a/b.json';
    expect(targetOfPath(policy, { repo, path }).folder).toBe(
      'live/acme-dev/eu-west-1/dev/orders-db',
    );
  });

  it('answers with canonical names, and with the folder as it is', () => {
    expect(
      targetOfPath(policy, {
        repo,
        path: 'deploy/Production/Payments-API/values.yaml',
      }),
    ).toEqual({
      environment: 'prod',
      service: 'payments-api',
      folder: 'deploy/Production/Payments-API',
    });
  });

  it('hands an unknown environment on, for the decision to refuse by name', () => {
    const path = 'deploy/qa/payments-api/values.yaml';
    expect(targetOfPath(policy, { repo, path }).environment).toBe('qa');
  });

  it.each([
    'README.md',
    'live/acme-dev/account.hcl',
    'live/acme-dev/eu-west-1/dev/env.hcl',
    'Live/acme-dev/eu-west-1/dev/orders-db/terragrunt.hcl',
    'deploy/prod/values.yaml',
  ])('refuses %s, which no entry matches, and names it', path => {
    expect(() => targetOfPath(policy, { repo, path })).toThrow(
      expect.objectContaining({
        name: 'InputError',
        code: 'ownership-path-without-layout',
        message: expect.stringContaining(`"${path}"`),
      }),
    );
  });

  it('refuses another repository', () => {
    expect(() =>
      targetOfPath(policy, {
        repo: 'other',
        path: 'deploy/prod/x/values.yaml',
      }),
    ).toThrow(
      'Use a path like "live/{account}/{region}/{environment}/{unit}/**" in "infrastructure-live"',
    );
  });

  it('refuses a path that two entries match, and names both', () => {
    const twice = policyOf(
      `${POLICY_TEXT.trimEnd()}\n  - { repo: infrastructure-live, glob: 'deploy/{environment}/*/values.yaml' }\n`,
    );
    expect(() =>
      targetOfPath(twice, {
        repo,
        path: 'deploy/prod/payments-api/values.yaml',
      }),
    ).toThrow(
      expect.objectContaining({
        code: 'ownership-path-ambiguous',
        message: expect.stringContaining(
          '"deploy/{environment}/{service}/**" (line 59) and "deploy/{environment}/*/values.yaml" (line 60)',
        ),
      }),
    );
  });

  it.each([
    '',
    '/deploy/prod/payments-api/values.yaml',
    'deploy/dev/../prod/payments-api/values.yaml',
    'deploy/./prod/payments-api/values.yaml',
    'deploy//prod/payments-api/values.yaml',
    'deploy/prod/payments-api/',
    'deploy\\prod\\payments-api\\values.yaml',
    'deploy/prod/payments-api/values.yaml\0.txt',
    'deploy/prod/payments-api/a\nb',
    `deploy/prod/payments-api/${'x'.repeat(5_000)}`,
  ])('refuses %j as a path', path => {
    expect(() => targetOfPath(policy, { repo, path })).toThrow(
      expect.objectContaining({ code: 'ownership-path-invalid' }),
    );
  });
});

describe('compileGlob', () => {
  it.each([
    ['/a/{unit}', 'is not a relative path'],
    ['a/../{unit}', 'is not a relative path'],
    ['a/**/{unit}', '"**" is not the last segment'],
    ['{unit}-{service}/x', 'has two placeholders in one segment'],
    ['{unit}/{unit}', 'has a placeholder twice'],
    ['a/b/**', 'names no target'],
    ['a/[bc]/{unit}', 'is no segment of a layout'],
  ])('refuses %s', (glob, message) => {
    expect(compileGlob(glob)).toContain(message);
  });

  it('takes regular expression signs as they are', () => {
    const compiled = compileGlob('a.b/(x)/${c}/{unit}.hcl');
    expect(compiled).toContain('Unknown placeholder "{c}"');
    const plain = compileGlob('a.b/(x)+/env-{environment}/*.hcl');
    if (typeof plain === 'string') throw new Error(plain);
    expect(plain.depth).toBe(3);
    expect(plain.pattern.exec('a.b/(x)+/env-dev/y.hcl')?.groups).toEqual({
      environment: 'dev',
    });
    expect(plain.pattern.test('aXb/(x)+/env-dev/y.hcl')).toBe(false);
    expect(plain.pattern.test('a.b/(x)+/env-dev/y.hcl\n')).toBe(false);
  });
});
