// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  kafkaProblemError,
  type SubjectSpec,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { isKafkaError, kafkaError } from '../../errors';
import type { SchemaRegistry, SchemaText } from '../../registry/types';
import type { RequestCluster, WorkHandler, WorkOf } from './types';

/** @throws where the environment lost its registry since */
export function registryOf({
  registry,
  environment,
}: RequestCluster): SchemaRegistry {
  if (!registry) throw kafkaProblemError('registry-missing', { environment });
  return registry;
}

const textOf = ({ format, schema, references }: SubjectSpec): SchemaText => ({
  format: format ?? 'AVRO',
  schema: schema ?? '',
  ...(references && { references }),
});

/** The latest version; undefined when there is no such subject. */
export async function findSubject(registry: SchemaRegistry, name: string) {
  try {
    return await registry.getVersion(name, 'latest');
  } catch (error) {
    if (isKafkaError(error, 'registry-subject-not-found')) return undefined;
    throw error;
  }
}

/** Asked at submit and again right before it is registered; there is no way around it. */
export async function incompatibilityOf(
  registry: SchemaRegistry,
  subject: SubjectSpec,
): Promise<{ name: string; level: string; reason: string } | undefined> {
  const { name } = subject;
  const verdict = await registry.checkCompatibility(name, textOf(subject));
  if (verdict.compatible) return undefined;
  const level =
    (await registry.getCompatibility(name)) ??
    (await registry.getCompatibility()) ??
    'BACKWARD';
  const reason = verdict.reasons.join('; ') || 'it gives no reason';
  return { name, level, reason };
}

export const registerSchema: WorkHandler<WorkOf<'subject.register'>> = {
  async look(cluster, { before, after }) {
    const registry = registryOf(cluster);
    const { name } = after;
    const latest = await findSubject(registry, name);
    if (!latest) {
      return before?.schema === undefined
        ? { at: 'before' }
        : { at: 'elsewhere', found: `the subject ${name} was deleted` };
    }
    const known = await registry.findVersion(name, textOf(after));
    if (known?.version === latest.version) return { at: 'after' };
    const isPlanned =
      before?.schema !== undefined &&
      (await registry.findVersion(name, textOf(before)))?.version ===
        latest.version;
    return isPlanned
      ? { at: 'before' }
      : {
          at: 'elsewhere',
          found: `the subject ${name} has version ${latest.version}, which somebody else registered`,
        };
  },
  async write(cluster, { after }) {
    const registry = registryOf(cluster);
    const refused = await incompatibilityOf(registry, after);
    if (refused) throw kafkaProblemError('subject-incompatible', refused);
    await registry.register(after.name, textOf(after));
  },
};

export const setCompatibility: WorkHandler<WorkOf<'subject.compatibility'>> = {
  async look(cluster, { subject, before, after }) {
    const level = await registryOf(cluster).getCompatibility(subject);
    if (level === after.compatibility) return { at: 'after' };
    if (level === before.compatibility) return { at: 'before' };
    return {
      at: 'elsewhere',
      found: `the subject ${subject} has the compatibility ${
        level ?? 'of all subjects'
      }`,
    };
  },
  async write(cluster, { subject, after: { compatibility } }) {
    const registry = registryOf(cluster);
    await (compatibility
      ? registry.setCompatibility(compatibility, subject)
      : registry.removeCompatibility(subject));
  },
};

/** Only as far as it can be taken back: the versions stay in the registry, marked as deleted. */
export const deleteSubject: WorkHandler<WorkOf<'subject.delete'>> = {
  async look(cluster, { before: { name } }) {
    const latest = await findSubject(registryOf(cluster), name);
    return { at: latest ? 'before' : 'after' };
  },
  async write(cluster, { before: { name } }) {
    const deleted = await registryOf(cluster).deleteSubject(name);
    if (deleted.length > 0) return;
    throw kafkaError('registry-subject-not-found', {
      cluster: cluster.environment,
      subject: name,
    });
  },
};
