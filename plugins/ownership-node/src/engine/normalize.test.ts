// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { example } from './__testUtils__/ask';
import { normalizeTarget, targetRefOf } from './normalize';

describe('normalizeTarget', () => {
  it('trims, folds and resolves aliases, and sorts stores', () => {
    const target = normalizeTarget(example, {
      action: ' Service.Deploy ',
      environment: ' PRODUCTION',
      service: 'Payments-API ',
      stores: ['PG-payments', 'kafka-prod', 'kafka-PROD'],
      account: ' ',
    });
    expect(target).toEqual({
      action: 'service.deploy',
      environment: 'prod',
      service: 'payments-api',
      stores: ['kafka-prod', 'pg-payments'],
    });
    expect(targetRefOf(target)).toBe(
      'prod/payments-api?store=kafka-prod&store=pg-payments',
    );
  });

  it('keeps hostile names apart in a ref', () => {
    expect(
      targetRefOf({ action: 'x', environment: 'a/b', service: 'c?store=d' }),
    ).toBe('a%2Fb/c%3Fstore%3Dd');
  });
});
