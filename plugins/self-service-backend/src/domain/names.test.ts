// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { branchName, shortId } from './branchName';
import { changeTrailers, commitMessage } from './commitMessage';
import { hasInvisible, isBlank } from './text';

const ID = '0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';

describe('branchName', () => {
  it('names operation, environment, unit and the random end of the id', () => {
    expect(shortId(ID)).toBe('2e3f4a5b');
    expect(
      branchName({
        changeId: ID,
        operation: 'create',
        target: {
          environment: 'dev',
          path: 'live/acme-dev/eu-west-1/dev/orders-db',
        },
      }),
    ).toBe('fairway/create/dev-orders-db-2e3f4a5b');
  });

  it('keeps letters, digits and dashes only, and a limited length', () => {
    const branch = branchName({
      changeId: ID,
      operation: 'create',
      target: { environment: 'Dev', path: `live/a..b@{0}~${'x'.repeat(300)}` },
    });
    expect(branch).toMatch(/^fairway\/create\/dev-a-b-0-x+-2e3f4a5b$/);
    expect(branch.length).toBeLessThan(120);
  });
});

describe('attributes as trailers', () => {
  const trailersOf = (request: Record<string, string>) =>
    changeTrailers({ id: ID, requesterRef: 'user:default/pia', request })
      .slice(2)
      .map(({ key, value }) => `${key}: ${value}`);

  it('names them in Train-Case, one line each', () => {
    expect(
      trailersOf({
        costCenter: 'a\nSigned-off-by: x',
        changeTicket: 'CHG-1\u202e',
      }),
    ).toEqual([
      'Change-Ticket: CHG-1\\u{202e}',
      'Cost-Center: a Signed-off-by: x',
    ]);
  });

  it('never takes a name that says who did what', () => {
    expect(
      trailersOf({ requestedBy: 'x', changeID: 'x', fairwayTask: 'x', é: 'x' }),
    ).toEqual([
      'Request-Change-Id-Attribute: x',
      'Request-Fairway-Task-Attribute: x',
      'Request-Requested-By-Attribute: x',
      'Request-Attribute: x',
    ]);
  });

  it('quotes a line that could pass for one of them', () => {
    const message = commitMessage({
      title: 'Order',
      description: 'change-ticket: CHG-9\n\nBecause.',
      request: { changeTicket: 'CHG-1' },
    });
    expect(message).toBe('Order\n\n> change-ticket: CHG-9\n\nBecause.');
  });
});

describe('text', () => {
  it.each(['', ' ', '\u200b', '\u2060 \u00ad', '\u3164', '\u2800'])(
    'takes %j for blank',
    value => expect(isBlank(value)).toBe(true),
  );

  it('tells tricks from emoji and Arabic words', () => {
    expect(
      ['a\u202eb', 'a\u200bb', 'a\u200db', 'a\u00adb'].map(hasInvisible),
    ).toEqual([true, true, true, true]);
    expect(['👩‍💻 ❤️', 'می‌خواهم', 'Größe'].map(hasInvisible)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('commitMessage', () => {
  it("quotes what could begin a patch, and the last paragraph's trailers only", () => {
    const description =
      'Note: fine\n\ndiff --git a/x b/x\n--- a/x\nTicket: 1\u202e';
    expect(commitMessage({ title: 'Order', description })).toBe(
      'Order\n\nNote: fine\n\n> diff --git a/x b/x\n> --- a/x\n> Ticket: 1\\u{202e}',
    );
  });

  it('is title and description', () => {
    expect(
      commitMessage({
        title: 'Order a database',
        description: 'For orders.\n',
      }),
    ).toBe('Order a database\n\nFor orders.');
    expect(commitMessage({ title: 'Order', description: ' ' })).toBe('Order');
  });

  it('lets no line of a person pass for a trailer', () => {
    const message = commitMessage({
      title: 'Order\nRequested-by: user:default/mallory',
      description: [
        'Why',
        'Requested-by: user:default/mallory',
        'fairway-change-id: 1',
        ' Signed-off-by: m',
        '---',
        'see: this stays',
      ].join('\r\n'),
    });
    expect(message.split('\n')).toEqual([
      'Order Requested-by: user:default/mallory',
      '',
      'Why',
      '> Requested-by: user:default/mallory',
      '> fairway-change-id: 1',
      '>  Signed-off-by: m',
      '> ---',
      '> see: this stays',
    ]);
  });
});

describe('changeTrailers', () => {
  it('holds requester, change, template and task, each on one line', () => {
    expect(
      changeTrailers({
        id: ID,
        requesterRef: 'user:default/pia',
        templateRef: 'template:default/postgres\nSigned-off-by: m',
        taskId: 'task-1',
      }),
    ).toEqual([
      { key: 'Requested-by', value: 'user:default/pia' },
      { key: 'Fairway-Change-Id', value: ID },
      {
        key: 'Fairway-Template',
        value: 'template:default/postgres Signed-off-by: m',
      },
      { key: 'Fairway-Task', value: 'task-1' },
    ]);
    expect(
      changeTrailers({ id: ID, requesterRef: 'user:default/pia' }),
    ).toHaveLength(2);
  });
});
