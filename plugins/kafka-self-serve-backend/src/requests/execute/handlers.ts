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

/** Where the cluster stands with respect to a work. Reads only. */
export function lookAt(
  cluster: RequestCluster,
  work: Work,
  context: WorkContext,
): Promise<Standing> {
  return handlerOf(work).look(cluster, work, context);
}

/** Does a work that is still to be done. Say so before by `begun`, in a place that outlives the process. */
export function write(
  cluster: RequestCluster,
  work: Work,
  context: WorkContext,
): Promise<void> {
  return handlerOf(work).write(cluster, work, context);
}
