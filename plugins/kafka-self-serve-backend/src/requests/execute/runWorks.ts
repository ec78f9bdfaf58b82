// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// One step of a request: what is still to be done is found by looking, written once, and read back from the brokers. A run
// that died anywhere in it is taken up by looking again.
import { setTimeout as pause } from 'node:timers/promises';
import type { JsonObject } from '@backstage/types';
import type { StepContext, StepResult } from '@fairway/requests-node';
import type { OffsetTarget } from '../../kafka/types';
import { lookAt, write } from './handlers';
import { waitsFor, whileReachable } from './outage';
import type { RequestCluster, Work, WorkContext } from './types';

/** What was created shows late: so long it is looked for before the step is laid aside. */
const SHOWS_WITHIN_MS = 5_000;
const FIRST_LOOK_MS = 20;

export interface RunOptions {
  cluster: RequestCluster;
  works: readonly Work[];
  topicIds: WorkContext['topicIds'];
  /** What becomes of the request when somebody else was there. */
  changed(found: string, options: { begun: boolean }): Promise<StepResult>;
}

/** Kept by a step for its later runs, before it writes. */
interface Earlier {
  begun?: string[];
  targets?: OffsetTarget[];
}

export async function runWorks(
  context: Pick<
    StepContext<JsonObject, JsonObject>,
    'earlier' | 'keep' | 'log' | 'now' | 'signal'
  >,
  options: RunOptions,
): Promise<StepResult> {
  const { cluster, works, topicIds, changed } = options;
  const { internal: earlier = {} } = context.earlier as { internal?: Earlier };
  const begun = new Set(earlier.begun);
  const untouched = () => begun.size === 0;
  const run = async (): Promise<StepResult> => {
    const contextOf = (work: Work): WorkContext => ({
      topicIds,
      begun: begun.has(work.id),
      targets: earlier.targets,
      keepOffsets: ({ before, targets }) =>
        context.keep({
          offsets: before,
          internal: { targets },
        } as unknown as JsonObject),
    });

    const open: Work[] = [];
    for (const work of works) {
      const standing = await lookAt(cluster, work, contextOf(work));
      if (standing.at === 'elsewhere') {
        return changed(standing.found, { begun: begun.size > 0 });
      }
      if (standing.at === 'before') open.push(work);
    }
    if (open.some(({ id }) => !begun.has(id))) {
      for (const { id } of open) begun.add(id);
      await context.keep({ internal: { begun: [...begun] } });
    }
    for (const work of open) {
      // Another worker has it by now.
      context.signal.throwIfAborted();
      const about = contextOf(work);
      await write(cluster, work, about);
      const shown = await readBack(cluster, work, { ...about, written: true });
      if (shown?.at === 'elsewhere') {
        return changed(shown.found, { begun: true });
      }
      if (shown?.at !== 'after') {
        return waitsFor(`the brokers to show: ${work.title}`, context);
      }
      await context.log(work.title);
    }
    return { status: 'done' };
  };
  return whileReachable(context, run, { untouched });
}

/** How it stands when it shows, or when it was waited for long enough. */
async function readBack(
  cluster: RequestCluster,
  work: Work,
  context: WorkContext,
) {
  const end = Date.now() + SHOWS_WITHIN_MS;
  for (let wait = FIRST_LOOK_MS; ; wait *= 2) {
    const standing = await lookAt(cluster, work, context);
    if (standing.at === 'after' || Date.now() + wait > end) return standing;
    await pause(wait);
  }
}
