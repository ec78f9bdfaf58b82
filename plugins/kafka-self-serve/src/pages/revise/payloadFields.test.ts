// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { fieldsOf, withField } from './payloadFields';

const payload = {
  operation: 'create',
  partitions: 3,
  configs: { 'retention.ms': '1000' },
  items: [{ name: 'one', isKeyed: false }, { name: 'two' }],
};

describe('the fields of a payload', () => {
  it('are its single values, wherever they are', () => {
    expect(fieldsOf(payload)).toEqual([
      { path: ['operation'], value: 'create' },
      { path: ['partitions'], value: 3 },
      { path: ['configs', 'retention.ms'], value: '1000' },
      { path: ['items', 0, 'name'], value: 'one' },
      { path: ['items', 0, 'isKeyed'], value: false },
      { path: ['items', 1, 'name'], value: 'two' },
    ]);
  });

  it('are set one by one, and nothing else moves', () => {
    const changed = withField(payload, {
      path: ['items', 1, 'name'],
      value: 'three',
    });
    expect(changed).toEqual({
      ...payload,
      items: [payload.items[0], { name: 'three' }],
    });
    expect(payload.items[1].name).toBe('two');
    expect(
      withField(payload, { path: ['configs', 'retention.ms'], value: '2' })
        .configs,
    ).toEqual({ 'retention.ms': '2' });
  });
});
