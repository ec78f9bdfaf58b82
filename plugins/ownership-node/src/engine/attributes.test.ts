// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { example } from './__testUtils__/ask';
import { checkRequestAttributes } from './attributes';

describe('checkRequestAttributes', () => {
  it('takes what some rule mentions', () => {
    expect(() =>
      checkRequestAttributes(example, { changeTicket: 'CHG1' }),
    ).not.toThrow();
    expect(() => checkRequestAttributes(example, undefined)).not.toThrow();
  });

  it.each([
    [
      { changeTickets: 'CHG1' },
      'The request attribute "changeTickets" is not one that policy.yaml knows: did you mean "changeTicket"?',
    ],
    [{ toString: 'CHG1' }, 'The request attribute "toString" is not one'],
    [
      { changeTicket: 'x'.repeat(1_001) },
      'is not a text of at most 1000 characters',
    ],
  ])('refuses %j by name', (request, message) => {
    expect(() =>
      checkRequestAttributes(example, request as Record<string, string>),
    ).toThrow(message);
  });
});
