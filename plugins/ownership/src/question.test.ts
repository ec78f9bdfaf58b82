// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  fromSearchParams,
  namesOf,
  Question,
  toExplainRequest,
  toSearchParams,
  toWhoCanQuery,
} from './question';

const question: Question = {
  action: 'service.deploy',
  environment: 'prod',
  service: 'payments api & co',
  stores: ['kafka-prod', 'pg-payments'],
  request: { changeTicket: 'CHG=1' },
  user: 'user:default/pia',
  at: '2026-12-24T10:00:00Z',
};

describe('a question', () => {
  it('comes back from the address as it was', () => {
    const address = toSearchParams(question).toString();
    expect(fromSearchParams(new URLSearchParams(address))).toEqual(question);
  });

  it('is none without an action', () => {
    expect(fromSearchParams(new URLSearchParams('service=x'))).toBeUndefined();
  });

  it('leaves out what was not said, as the backend takes empty for something', () => {
    const short = { action: 'dispatch.run', stores: [], request: {} };
    expect(toExplainRequest(short)).toEqual({
      target: { action: 'dispatch.run' },
    });
    expect(toWhoCanQuery(question)).toEqual({
      action: 'service.deploy',
      environment: 'prod',
      service: 'payments api & co',
      stores: ['kafka-prod', 'pg-payments'],
      request: { changeTicket: 'CHG=1' },
    });
    expect(toExplainRequest(question)).toMatchObject({
      userEntityRef: 'user:default/pia',
      at: '2026-12-24T10:00:00Z',
    });
  });

  it('takes what a matrix row is about', () => {
    expect(namesOf('service:a:b')).toEqual({ service: 'a:b', stores: [] });
    expect(namesOf('store:kafka-prod')).toEqual({ stores: ['kafka-prod'] });
    expect(namesOf('environment:prod')).toEqual({ stores: [] });
  });
});
