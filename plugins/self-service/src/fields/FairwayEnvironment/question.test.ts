// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { fieldTitle, targetsQuestion, withoutAsk } from './question';

describe('targetsQuestion', () => {
  it('takes the attributes from the fields of the form, nested ones too, and leaves empty ones out', () => {
    expect(
      targetsQuestion(
        {
          action: 'service.destroy',
          service: 'networking',
          requestFields: {
            changeTicket: 'ticket',
            reason: 'details.reason',
            size: 'size',
            empty: 'empty',
            missing: 'not.there',
            list: 'list',
          },
        },
        {
          ticket: ' CHG-1 ',
          details: { reason: 'new team' },
          size: 20,
          empty: '  ',
          list: ['a'],
        },
      ),
    ).toEqual({
      action: 'service.destroy',
      service: 'networking',
      request: { changeTicket: 'CHG-1', reason: 'new team', size: '20' },
    });
  });

  it('takes the service from a field of the form, once it is chosen', () => {
    const options = { action: 'dispatch.run', serviceField: 'service' };
    expect(targetsQuestion(options, { service: 'payments-api' })).toEqual({
      action: 'dispatch.run',
      service: 'payments-api',
      request: {},
    });
    expect(targetsQuestion(options, { service: ' ' }).service).toBeUndefined();
  });

  it('asks for a deployment when the template names no action', () => {
    expect(targetsQuestion({}, undefined)).toEqual({
      action: 'service.deploy',
      service: undefined,
      request: {},
    });
  });
});

describe('fieldTitle', () => {
  it('prefers the title that the form shows', () => {
    const schema = { properties: { ticket: { title: 'Change ticket no.' } } };
    expect(fieldTitle(schema, 'ticket')).toBe('Change ticket no.');
    expect(fieldTitle(schema, 'costCenter')).toBe('Cost center');
  });
});

describe('withoutAsk', () => {
  const askFor = ['group:default/netops', 'group:default/data.eu'];

  it('leaves out whom to ask where that is said beside it', () => {
    expect(
      withoutAsk(
        'Not in prod (default). Ask group:default/netops or group:default/data.eu.',
        askFor,
      ),
    ).toBe('Not in prod (default).');
  });

  it('keeps every other sentence', () => {
    for (const message of [
      'Not in prod. Ask the data team.',
      'Not in prod. Ask group:default/netops. Remove one first.',
      'Not in prod. Ask group:default/other or group:default/netops.',
    ]) {
      expect(withoutAsk(message, askFor)).toBe(message);
    }
  });
});
