// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  createAcl,
  createUser,
  deleteAcl,
  deleteUser,
  rotateUser,
  setQuota,
} from './accessWorks';
import { resetOffsets } from './offsetWorks';
import {
  deleteSubject,
  registerSchema,
  setCompatibility,
} from './subjectWorks';
import {
  addPartitions,
  alterConfigs,
  createTopic,
  deleteTopic,
} from './topicWorks';
import type {
  RequestCluster,
  Standing,
  Work,
  WorkContext,
  WorkHandler,
  WorkOf,
} from './types';

const HANDLERS: { [A in Work['action']]: WorkHandler<WorkOf<A>> } = {
  'topic.create': createTopic,
  'topic.partitions': addPartitions,
  'topic.configs': alterConfigs,
  'topic.delete': deleteTopic,
  'subject.register': registerSchema,
  'subject.compatibility': setCompatibility,
  'subject.delete': deleteSubject,
  'acl.create': createAcl,
  'acl.delete': deleteAcl,
  'quota.set': setQuota,
  'user.create': createUser,
  'user.rotate': rotateUser,
  'user.delete': deleteUser,
  'offsets.reset': resetOffsets,
};

const handlerOf = (work: Work) =>
  HANDLERS[work.action] as unknown as WorkHandler<Work>;

/** Works of one kind that are done in one go. */
function togetherOf(works: readonly Work[]): WorkHandler<Work>['together'] {
  const [first] = works;
  const isAlike = works.every(({ action }) => action === first?.action);
  return works.length > 1 && isAlike ? handlerOf(first).together : undefined;
}

/** Where the cluster stands with respect to a work. Reads only. */
export function lookAt(
  cluster: RequestCluster,
  work: Work,
  context: WorkContext,
): Promise<Standing> {
  return handlerOf(work).look(cluster, work, context);
}

/** The same for several, by their places. */
export async function lookAtAll(
  cluster: RequestCluster,
  works: readonly Work[],
  contextOf: (work: Work) => WorkContext,
): Promise<Standing[]> {
  const together = togetherOf(works);
  if (together) return together.look(cluster, works, contextOf);
  const standings: Standing[] = [];
  for (const work of works) {
    standings.push(await lookAt(cluster, work, contextOf(work)));
  }
  return standings;
}

/** One after the other, or all in one go where the cluster can. */
export function turnsOf(works: readonly Work[]): (readonly Work[])[] {
  return togetherOf(works) ? [works] : works.map(work => [work]);
}

/** Does the works of a turn. Say so before by `begun`, in a place that outlives the process. */
export async function write(
  cluster: RequestCluster,
  turn: readonly Work[],
  contextOf: (work: Work) => WorkContext,
): Promise<void> {
  const together = togetherOf(turn);
  if (together) {
    await together.write(cluster, turn);
    return;
  }
  for (const work of turn) {
    await handlerOf(work).write(cluster, work, contextOf(work));
  }
}
