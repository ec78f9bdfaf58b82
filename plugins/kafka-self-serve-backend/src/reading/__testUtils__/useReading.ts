// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { TestDatabases } from '@backstage/backend-test-utils';
import { viewerOf } from '../../__testUtils__/examples';
import { createSync } from '../../snapshot';
import { openReading } from './openReading';

/** Of the team that owns the application `orders`. */
export const pia = viewerOf();
export const stranger = viewerOf({
  userRef: 'user:default/gus',
  refs: ['user:default/gus'],
});
export const code = (expected: string) =>
  expect.objectContaining({ code: expected });
export const at = (name: string) => ({ environment: 'dev', name });

/** What `openReading` opens, anew for each test. */
export function useReading() {
  const databases = TestDatabases.create({
    ids: ['SQLITE_3'],
    disableDocker: true,
  });
  let opened: Awaited<ReturnType<typeof openReading>>;
  beforeEach(async () => {
    opened = await openReading(databases);
  });
  afterEach(() => opened.world.close());
  return {
    world: () => opened.world,
    reading: () => opened.reading,
    sync: () => createSync(opened.world.parts).sync('dev'),
  };
}
