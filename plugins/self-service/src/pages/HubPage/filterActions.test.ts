// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { actionOf, targetOf } from '../../__testUtils__/actions';
import { approvalsOf, filterActions, isRefused } from './filterActions';

const DATABASE = actionOf({ title: 'Database', tags: ['postgres'] });
const NETWORK = actionOf({
  title: 'Network',
  category: 'Networks',
  targets: [targetOf('dev', { decision: 'deny' })],
});
const BUCKET = actionOf({ title: 'Bucket', category: 'Storage', targets: [] });
const ALL = [DATABASE, NETWORK, BUCKET];
const LISTS = {
  recent: [BUCKET.templateRef, 'template:default/gone', DATABASE.templateRef],
  pinned: [NETWORK.templateRef],
};

describe('filterActions', () => {
  it.each([
    [{ text: '', view: 'all' }, ['Database', 'Network', 'Bucket']],
    [{ text: ' POSTGRES ', view: 'all' }, ['Database']],
    [{ text: '', view: 'all', category: 'Storage' }, ['Bucket']],
    [{ text: '', view: 'team' }, ['Database', 'Bucket']],
    [{ text: '', view: 'recent' }, ['Bucket', 'Database']],
    [{ text: 'postgres', view: 'recent' }, ['Database']],
    [{ text: '', view: 'pinned' }, ['Network']],
  ] as const)('finds by %j', (filter, titles) => {
    expect(filterActions(ALL, filter, LISTS).map(({ title }) => title)).toEqual(
      titles,
    );
  });
});

describe('isRefused', () => {
  it('is not what only lacks an attribute, nor what asks for no environment', () => {
    const needs = actionOf({
      targets: [
        targetOf('prod', { decision: 'deny', needs: ['changeTicket'] }),
      ],
    });
    expect([DATABASE, NETWORK, BUCKET, needs].map(isRefused)).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });
});

describe('approvalsOf', () => {
  it('groups environments by who approves', () => {
    const targets = [
      targetOf('dev', { approval: 'auto' }),
      targetOf('staging', { approval: 'auto' }),
      targetOf('prod', { approval: 'people' }),
      targetOf('lab', {}),
    ];
    expect(approvalsOf(actionOf({ targets }))).toEqual([
      ['auto', ['dev', 'staging']],
      ['people', ['prod']],
    ]);
  });
});
