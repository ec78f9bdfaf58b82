// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { RepositoryQueue } from './RepositoryQueue';

describe('RepositoryQueue', () => {
  it('runs the work of one repository in turn, also after a failure, and others beside it', async () => {
    const queue = RepositoryQueue.create();
    const seen: string[] = [];
    let open = () => {};
    const gate = new Promise<void>(resolve => {
      open = resolve;
    });
    const work = (name: string) => async () => {
      seen.push(`${name} begins`);
      if (name === 'first') await gate;
      seen.push(`${name} ends`);
      if (name === 'first') throw new Error('Disk full');
      return name;
    };

    const first = queue.run('one', work('first'));
    const second = queue.run('one', work('second'));
    await queue.run('other', work('beside'));
    open();

    await expect(first).rejects.toThrow('Disk full');
    await expect(second).resolves.toBe('second');
    expect(seen).toEqual([
      'first begins',
      'beside begins',
      'beside ends',
      'first ends',
      'second begins',
      'second ends',
    ]);
  });
});
