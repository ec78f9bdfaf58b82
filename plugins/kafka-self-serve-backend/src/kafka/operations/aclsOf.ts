// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type AclBinding,
  aclKey,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { AclQuery, KafkaAdmin } from '../types';

/** Beyond so many questions one about everything is cheaper. */
const MOST_QUERIES = 50;

/** The ACLs that fit any of the queries, each once. Throws `kafka-acls-disabled`. */
export async function aclsOf(
  admin: Pick<KafkaAdmin, 'listAcls'>,
  queries: readonly AclQuery[],
): Promise<AclBinding[]> {
  const found = new Map<string, AclBinding>();
  const asked = queries.length > MOST_QUERIES ? [{}] : queries;
  for (const query of asked) {
    for (const acl of await admin.listAcls(query)) found.set(aclKey(acl), acl);
  }
  return [...found.values()];
}
