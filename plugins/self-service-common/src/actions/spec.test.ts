// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { fillForm, isTarget, parseSelfServiceSpec } from './spec';

const DAY2 = {
  operation: 'day2',
  category: 'Databases',
  target: {
    kind: 'Resource',
    type: 'postgres-database',
    when: { 'metadata.annotations.fairway.dev/state': 'ready' },
  },
  fill: { unit: 'entity.metadata.annotations.fairway.dev/path' },
};

const problemsOf = (change: object) => {
  const answer = parseSelfServiceSpec({ ...DAY2, ...change });
  return 'problems' in answer ? answer.problems : [];
};

const entity = (state: string) => ({
  kind: 'Resource',
  metadata: {
    name: 'dev-orders-db',
    annotations: {
      'fairway.dev/state': state,
      'fairway.dev/path': 'live/dev/orders-db',
    },
  },
  spec: { type: 'postgres-database' },
});

describe('parseSelfServiceSpec', () => {
  it('reads what is right', () => {
    expect(parseSelfServiceSpec(DAY2)).toEqual({ spec: DAY2 });
  });

  it.each([
    [{ operation: 'destroy' }, 'spec.selfService.operation'],
    [{ category: '' }, 'spec.selfService.category'],
    [{ target: undefined }, 'spec.selfService.target: is missing'],
    [
      { target: { kind: 'Resource', when: { 'spec.type': { $near: 'x' } } } },
      'spec.selfService.target.when',
    ],
    [{ operation: 'create' }, 'spec.selfService.target: is for day2'],
    [{ fill: { unit: 'metadata.name' } }, 'spec.selfService.fill.unit'],
    [{ lifetime: { default: '14 days' } }, 'spec.selfService.lifetime.default'],
    [
      { lifetime: { default: 'P14D', warn: ['soon'] } },
      'spec.selfService.lifetime.warn.0',
    ],
    [{ lifetime: { default: 'P14D', onExpiry: 'remove-it' } }, 'onExpiry'],
    [{ approvers: ['group:default/platform'] }, 'approvers'],
  ])('says what is wrong with %j', (change, problem) => {
    expect(problemsOf(change).join('\n')).toContain(problem);
  });
});

describe('isTarget', () => {
  it('holds by kind, type and predicate together', () => {
    expect(isTarget(DAY2.target, entity('ready'))).toBe(true);
    expect(isTarget(DAY2.target, entity('pending'))).toBe(false);
    expect(isTarget({ kind: 'Component' }, entity('ready'))).toBe(false);
    expect(
      isTarget({ kind: 'resource', type: 'bucket' }, entity('ready')),
    ).toBe(false);
  });
});

describe('fillForm', () => {
  it('reads names that have dots in them, the environment and the file, and leaves out what is not there', () => {
    expect(
      fillForm(
        {
          ...DAY2.fill,
          environment: 'environment',
          tag: 'file.image.tag',
          size: 'file.inputs.instance_size',
        },
        {
          entity: entity('ready'),
          environment: 'dev',
          file: { image: { tag: '1.2.3' } },
        },
      ),
    ).toEqual({
      unit: 'live/dev/orders-db',
      environment: 'dev',
      tag: '1.2.3',
    });
  });
});
