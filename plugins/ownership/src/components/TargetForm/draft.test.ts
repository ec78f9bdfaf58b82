// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { draftOf, isMoment, questionOf } from './draft';

describe('a draft of a question', () => {
  it('is trimmed, and what is empty is left out', () => {
    const draft = {
      ...draftOf(undefined),
      environment: ' prod ',
      service: '  ',
      stores: ' kafka-prod ,, pg-payments',
      attributes: [
        { name: ' changeTicket', value: 'CHG-1 ' },
        { name: 'reason', value: ' ' },
        { name: '', value: 'lost' },
      ],
    };
    expect(questionOf(draft)).toEqual({
      action: 'service.deploy',
      environment: 'prod',
      stores: ['kafka-prod', 'pg-payments'],
      request: { changeTicket: 'CHG-1' },
    });
  });

  it('gives the question back that it was made of', () => {
    const question = {
      action: 'store.request',
      stores: ['kafka-prod'],
      request: { a: 'b' },
      user: 'user:default/pia',
    };
    expect(questionOf(draftOf(question))).toEqual(question);
  });

  it.each([
    ['', true],
    ['2026-12-24T10:00:00Z', true],
    ['2026-12-24T10:00+02:00', true],
    ['2026-12-24T10:00:00', false],
    ['2026-13-24T10:00:00Z', false],
    ['tomorrow', false],
  ])('takes the moment "%s": %s', (text, isGood) => {
    expect(isMoment(text)).toBe(isGood);
  });
});
