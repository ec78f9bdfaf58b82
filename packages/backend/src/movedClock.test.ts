// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServiceFactoryTester } from '@backstage/backend-test-utils';
import { movedClock } from '../dev/movedClock';

const DAY = 24 * 3_600_000;

describe('movedClock', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clock-'));
  const file = join(folder, 'clock');

  afterAll(() => rmSync(folder, { recursive: true }));

  it('is ahead by what stands in its file, at each look', async () => {
    const clock = (await ServiceFactoryTester.from(
      movedClock(file),
    ).getSubject()) as () => Date;
    const daysAhead = () => Math.round((clock().getTime() - Date.now()) / DAY);
    expect(daysAhead()).toBe(0);
    writeFileSync(file, 'P4D\n');
    expect(daysAhead()).toBe(4);
    writeFileSync(file, '');
    expect(daysAhead()).toBe(0);
    writeFileSync(file, 'tomorrow');
    expect(clock).toThrow(/tomorrow/);
  });

  it('does not start in production', () => {
    const before = process.env.NODE_ENV;
    Object.assign(process.env, { NODE_ENV: 'production' });
    try {
      expect(() => movedClock(file)).toThrow(/FAIRWAY_CLOCK/);
    } finally {
      Object.assign(process.env, { NODE_ENV: before });
    }
  });
});
