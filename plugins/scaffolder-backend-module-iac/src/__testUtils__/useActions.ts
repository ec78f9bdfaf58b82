// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// One world for the tests of a file, and a workspace for each of them.
import { type Config, ConfigReader } from '@backstage/config';
import type { SelfService } from '../SelfService';
import { newTask, selfServiceOf, type Task } from './runAction';
import { createWorld, type World } from './world';

/** What actions are made of. */
export interface ActionParts {
  selfService: SelfService;
  config: Config;
}

/** Filled before the first test; the task is a new one for each. */
export type InWorld<TActions> = { world: World; task: Task } & TActions;

export function useActions<TActions extends object>(
  make: (parts: ActionParts) => TActions,
  options: () => Promise<Parameters<typeof createWorld>[0]> = async () => ({}),
): InWorld<TActions> {
  const current = {} as InWorld<TActions>;
  const config = new ConfigReader({ app: { baseUrl: 'http://portal.test' } });
  beforeAll(async () => {
    const world = await createWorld(await options());
    const selfService = selfServiceOf(world);
    Object.assign(current, { world }, make({ selfService, config }));
  });
  afterAll(() => current.world?.remove());
  beforeEach(async () => {
    current.task = await newTask();
  });
  afterEach(() => current.task.remove());
  return current;
}
