// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { branchName, shortId } from './branchName';
import { changeTrailers, commitMessage } from './commitMessage';

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

describe('commitMessage', () => {
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
      'see: this stays',
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
