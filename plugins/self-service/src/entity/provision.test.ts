// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { entityOfRequest } from '../__testUtils__/fixtures';
import { isProvisioned, provisionOf, resourceRefOf } from './provision';

describe('provisionOf', () => {
  it('reads what the annotations say', () => {
    expect(provisionOf(entityOfRequest())).toEqual({
      state: 'ready',
      applied: 'applied',
      environment: 'dev',
      service: 'postgres-database',
      account: '111111111111',
      module: { name: 'postgres-database', version: 'v1.1.0' },
      ownerRef: 'group:default/payments',
      requesterRef: 'user:default/pia',
      requestId: '0193566f-0000-7000-8000-000000000012',
      file: {
        repoUrl: 'local?owner=acme&repo=infrastructure-live',
        path: 'live/dev/pg-orders/terragrunt.hcl',
      },
      path: 'live/dev/pg-orders',
    });
  });

  it('leaves out what it does not know', () => {
    const provision = provisionOf(
      entityOfRequest({
        'fairway.dev/state': 'of a later release',
        'fairway.dev/expires-at': 'some day',
        'fairway.dev/module': '',
      }),
    );
    expect(provision).toMatchObject({
      state: undefined,
      expiresAt: undefined,
      module: undefined,
    });
  });

  it('is nothing for an entity that came of no request', () => {
    const entity = entityOfRequest();
    delete entity.metadata.annotations;
    expect(provisionOf(entity)).toBeUndefined();
    expect(isProvisioned(entity)).toBe(false);
    expect(isProvisioned(entityOfRequest())).toBe(true);
  });

  it('names the resource as its requests do', () => {
    expect(resourceRefOf(provisionOf(entityOfRequest())!)).toBe(
      'acme/infrastructure-live:live/dev/pg-orders',
    );
    const ofStack = entityOfRequest({
      'fairway.dev/source-file':
        'local?owner=acme&repo=infrastructure-live#live/dev/terragrunt.stack.hcl',
      'fairway.dev/path': 'live/dev/pg-orders',
    });
    expect(resourceRefOf(provisionOf(ofStack)!)).toBe(
      'acme/infrastructure-live:live/dev/pg-orders',
    );
  });

  it('knows what a receiver made, which has no file', () => {
    const entity = entityOfRequest({
      'fairway.dev/receiver': 'notebook',
      'fairway.dev/path': 'dev/payments-api/notes',
    });
    delete entity.metadata.annotations!['fairway.dev/source-file'];
    const provision = provisionOf(entity)!;
    expect(provision).toMatchObject({ receiver: 'notebook', file: undefined });
    expect(resourceRefOf(provision)).toBe('dev/payments-api:notes');
  });
});
