// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ObservedSubject } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { isKafkaError } from '../errors';
import type { SchemaRegistry } from '../registry/types';

/** Calls to a registry at a time: it answers one subject a call. */
const AT_ONCE = 8;

/** All subjects with their latest schema and their own level. One that goes meanwhile is left out. */
export async function readSubjects(
  registry: Pick<
    SchemaRegistry,
    'getCompatibility' | 'getVersion' | 'listSubjects'
  >,
  names?: readonly string[],
): Promise<ObservedSubject[]> {
  const waiting = [...(names ?? (await registry.listSubjects()))];
  const found: ObservedSubject[] = [];
  const readNext = async () => {
    for (;;) {
      const name = waiting.pop();
      if (name === undefined) return;
      const subject = await readSubject(registry, name);
      if (subject) found.push(subject);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, readNext));
  return found.sort((one, other) => (one.name < other.name ? -1 : 1));
}

async function readSubject(
  registry: Pick<SchemaRegistry, 'getCompatibility' | 'getVersion'>,
  name: string,
): Promise<ObservedSubject | undefined> {
  try {
    const [latest, compatibility] = await Promise.all([
      registry.getVersion(name, 'latest'),
      registry.getCompatibility(name),
    ]);
    const { format, schema, references, version } = latest;
    return { name, format, schema, references, version, compatibility };
  } catch (error) {
    const isGone =
      isKafkaError(error, 'registry-subject-not-found') ||
      isKafkaError(error, 'registry-version-not-found');
    if (isGone) return undefined;
    throw error;
  }
}
