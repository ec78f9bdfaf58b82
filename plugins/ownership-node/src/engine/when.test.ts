// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { POLICY_TEXT, policyOf } from './__testUtils__/fixtures';
import { compileWhen } from './compileWhen';
import { decide } from './decide';
import { Problems } from './problems';
import { evaluateCondition, type Facts } from './when';
import { readYaml } from './yamlSource';

const NAMES: Record<string, ReadonlyMap<string, string>> = {
  'target.environment': new Map([
    ['prod', 'prod'],
    ['production', 'prod'],
  ]),
};

function truthOf(when: unknown, facts: Partial<Facts> = {}) {
  const yaml = readYaml('{}', 'x');
  if (yaml.problems) throw new Error('not YAML');
  const problems = new Problems(yaml.source);
  const condition = compileWhen(when, ['when'], {
    problems,
    prefixes: ['request'],
    names: attribute => NAMES[attribute],
  });
  expect(problems.list()).toEqual([]);
  return evaluateCondition(condition, {
    at: new Date('2026-06-01T10:30:00Z'),
    request: {},
    ...facts,
  });
}

const UNKNOWN = undefined;
const missing = { attr: 'request.x', equals: '1' };
const yes = { attr: 'request.x', exists: false };
const no = { attr: 'request.x', exists: true };

describe('conditions', () => {
  it.each([
    [missing, UNKNOWN],
    [{ not: missing }, UNKNOWN],
    [{ not: { not: missing } }, UNKNOWN],
    [{ all: [yes, missing] }, UNKNOWN],
    [{ all: [no, missing] }, false],
    [{ any: [yes, missing] }, true],
    [{ any: [no, missing] }, UNKNOWN],
    [{ not: { any: [no, missing] } }, UNKNOWN],
    [{ attr: 'request.x', in: ['1'] }, UNKNOWN],
    [{ attr: 'request.x', startsWith: '1' }, UNKNOWN],
    [{ attr: 'request.x', atLeast: 1 }, UNKNOWN],
    [{ attr: 'request.x', before: '2026-06-01T00:00:00Z' }, UNKNOWN],
    [{ attr: 'target.environment', equals: 'prod' }, UNKNOWN],
    [no, false],
    [{ not: no }, true],
  ])('is three-valued for %j without x', (when, truth) => {
    expect(truthOf(when)).toBe(truth);
  });

  it.each([
    ['', false],
    ['   ', false],
    ['CHG1', true],
  ])('counts the value %j as given: %s', (x, truth) => {
    expect(truthOf(no, { request: { x } })).toBe(truth);
  });

  it('does not look at what every object inherits', () => {
    expect(truthOf({ attr: 'request.constructor', exists: true })).toBe(false);
  });

  it.each([
    ['2026-05-31T23:59:59Z', false],
    ['2026-06-01T00:00:00Z', true],
    ['2026-06-01T23:59:59Z', true],
    ['2026-06-02T00:00:00Z', false],
  ])('has the start inside and the end outside a range: %s', (at, truth) => {
    const when = {
      attr: 'time.now',
      between: ['2026-06-01T00:00:00Z', '2026-06-02T00:00:00Z'],
    };
    expect(truthOf(when, { at: new Date(at) })).toBe(truth);
  });

  it('does not know a time that is none', () => {
    const when = { attr: 'time.now', before: '2026-06-01T00:00:00Z' };
    expect(truthOf(when, { at: new Date(NaN) })).toBe(UNKNOWN);
  });

  it.each([
    [{ attr: 'time.hour', between: [9, 17] }, true],
    [{ attr: 'time.hour', between: [11, 17] }, false],
    [{ attr: 'time.weekday', in: ['saturday', 'sunday'] }, false],
    [{ attr: 'time.weekday', equals: 'monday' }, true],
    [{ attr: 'request.n', atLeast: 3 }, true],
    [{ attr: 'request.n', atMost: 2 }, false],
    [{ attr: 'request.t', after: '2026-01-01T00:00:00Z' }, true],
    [{ attr: 'target.environment', equals: 'PRODUCTION' }, true],
  ])('holds as written: %j', (when, truth) => {
    const request = { n: '3', t: '2026-02-01T00:00:00Z' };
    expect(truthOf(when, { request, environment: 'prod' })).toBe(truth);
  });

  it.each([
    ['allow', 'request.x is missing: no yes', {}, 'deny'],
    ['deny', 'request.x is missing: a no', {}, 'deny'],
  ])('in an %s, where %s', (effect, _, request, decision) => {
    const when = '{ not: { attr: request.x, equals: bad } }';
    const policy = policyOf(
      POLICY_TEXT.replace(
        /^rules:.*$/m,
        `rules:
  - { id: base, effect: ${
    effect === 'deny' ? 'allow' : 'deny'
  }, to: [everyone], actions: [${
          effect === 'deny' ? 'store.change' : 'store.drop'
        }] }
  - { id: extra, effect: ${effect}, to: [everyone], actions: [store.change], when: ${when} }
  - { id: unused, effect: allow, to: [everyone], actions: [dispatch.run] }`,
      ).replace(/^ +- \{ id: store-owners.*\n/m, ''),
    );
    const query = {
      subject: { userEntityRef: 'user:default/eve', groupEntityRefs: [] },
      target: { action: 'store.change', stores: ['pg-payments'] },
      at: new Date('2026-06-01T10:00:00Z'),
    };
    expect(decide(policy, { ...query, request }).decision).toBe(decision);
    // Known, it is the other way round.
    expect(decide(policy, { ...query, request: { x: 'good' } }).by).toBe(
      'extra',
    );
  });
});
