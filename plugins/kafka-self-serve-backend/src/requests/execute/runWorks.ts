// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// One step of a request: what is still to be done is found by looking, written once, and read back from the brokers. A run
// that died anywhere in it is taken up by looking again.
import type { JsonObject } from '@backstage/types';
import type { StepContext, StepResult } from '@fairway/requests-node';
import type { OffsetTarget } from '../../kafka/types';
import { lookAtAll, turnsOf, write } from './handlers';
import { readBack, type Unfinished } from './readBack';
import { waitsFor, whileReachable } from './outage';
import type { RequestCluster, Work, WorkContext } from './types';

export interface RunOptions {
  cluster: RequestCluster;
  works: readonly Work[];
  topicIds: WorkContext['topicIds'];
  /** Milliseconds; see `readBack`. */
  showsWithin?: number;
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
  const stopped = ({ work, standing }: Unfinished) =>
    standing.at === 'elsewhere'
      ? changed(standing.found, { begun: true })
      : waitsFor(`the brokers to show: ${work.title}`, context);
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

    const standings = await lookAtAll(cluster, works, contextOf);
    for (const standing of standings) {
      if (standing.at === 'elsewhere') {
        return changed(standing.found, { begun: begun.size > 0 });
      }
    }
    const open = works.filter((_, index) => standings[index].at === 'before');
    if (open.some(({ id }) => !begun.has(id))) {
      for (const { id } of open) begun.add(id);
      await context.keep({ internal: { begun: [...begun] } });
    }
    for (const turn of turnsOf(open)) {
      // Another worker has it by now.
      context.signal.throwIfAborted();
      const about = new Map(turn.map(work => [work, contextOf(work)]));
      await write(cluster, turn, work => about.get(work)!);
      const unfinished = await readBack(turn, {
        ...options,
        contextOf: work => ({ ...about.get(work)!, written: true }),
      });
      if (unfinished) return stopped(unfinished);
      await context.log(...turn.map(({ title }) => title));
    }
    return { status: 'done' };
  };
  return whileReachable(context, run, { untouched });
}
