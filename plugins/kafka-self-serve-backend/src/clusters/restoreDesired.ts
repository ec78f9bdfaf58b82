// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { randomBytes } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  aclsOfEnvironment,
  type SubjectSpec,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { KafkaStores } from '../domain/stores';
import { type KafkaSelfServeError, isKafkaError } from '../errors';
import { failuresOf } from '../kafka/outcomes';
import type { KafkaAdmin } from '../kafka/types';
import type { SchemaRegistry } from '../registry/types';

/** Of one call, so that none takes long. */
const TOPICS_AT_ONCE = 500;

/**
 * Puts what is desired into a cluster that keeps nothing over a restart:
 * topics, subjects, access, quotas, users. Messages and offsets are lost, and
 * so are passwords: their users get one that nobody knows until they rotate.
 */
export async function restoreDesired(options: {
  environment: string;
  stores: KafkaStores;
  admin: KafkaAdmin;
  registry?: SchemaRegistry;
  logger: LoggerService;
}): Promise<void> {
  const { environment, stores, admin, registry, logger } = options;
  const topics = (await stores.topics.all({ environment })).flatMap(topic =>
    topic.desired && topic.phase !== 'pending' ? [topic.desired] : [],
  );
  for (let start = 0; start < topics.length; start += TOPICS_AT_ONCE) {
    const made = await admin.createTopics(
      topics.slice(start, start + TOPICS_AT_ONCE),
    );
    tell(failuresOf(made), { logger, except: 'kafka-topic-exists' });
  }
  const instances = await stores.applications.instances({ environment });
  const grants = await stores.grants.list({ environment });
  const acls = aclsOfEnvironment({
    instances,
    grants: grants.filter(({ applied }) => applied),
    now: new Date().toISOString(),
  });
  if (acls.length > 0)
    tell(failuresOf(await admin.createAcls(acls)), { logger });
  const quotas = instances.flatMap(({ principals, quota }) =>
    quota && Object.keys(quota).length > 0
      ? principals.map(principal => ({
          user: principal.replace(/^User:/, ''),
          ...quota,
        }))
      : [],
  );
  if (quotas.length > 0) {
    tell(failuresOf(await admin.alterQuotas(quotas)), { logger });
  }
  for (const credential of await stores.credentials.list({ environment })) {
    const { username: user, mechanism } = credential;
    const password = randomBytes(24).toString('base64url');
    await admin.upsertScramUser({ user, mechanism, password });
  }
  if (registry) {
    const subjects = await stores.subjects.all({ environment });
    await restoreSubjects(
      registry,
      subjects.flatMap(({ desired }) => desired ?? []),
      logger,
    );
  }
}

/** Schemas that refer to others come after them: as often as one more gets through. */
async function restoreSubjects(
  registry: SchemaRegistry,
  subjects: readonly SubjectSpec[],
  logger: LoggerService,
): Promise<void> {
  let left = [...subjects];
  for (;;) {
    const failed: { subject: SubjectSpec; error: unknown }[] = [];
    for (const subject of left) {
      try {
        await restoreSubject(registry, subject);
      } catch (error) {
        failed.push({ subject, error });
      }
    }
    if (failed.length === 0) return;
    if (failed.length === left.length) {
      for (const { subject, error } of failed) {
        logger.warn(`The subject "${subject.name}" was not restored`, {
          problem: String(error),
        });
      }
      return;
    }
    left = failed.map(({ subject }) => subject);
  }
}

async function restoreSubject(
  registry: SchemaRegistry,
  { name, format, schema, references, compatibility }: SubjectSpec,
): Promise<void> {
  if (schema !== undefined) {
    await registry.register(name, {
      format: format ?? 'AVRO',
      schema,
      references,
    });
  }
  if (compatibility) await registry.setCompatibility(compatibility, name);
}

function tell(
  failures: ReadonlyMap<string, KafkaSelfServeError>,
  options: { logger: LoggerService; except?: KafkaSelfServeError['code'] },
): void {
  for (const [name, error] of failures) {
    if (options.except && isKafkaError(error, options.except)) continue;
    options.logger.warn(`"${name}" was not restored`, {
      problem: error.message,
    });
  }
}
