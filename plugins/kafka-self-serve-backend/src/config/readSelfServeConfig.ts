// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type Config, readDurationFromConfig } from '@backstage/config';
import {
  type EnvironmentInput,
  environmentSchema,
  type TopicPolicyInput,
  topicPolicySchema,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type {
  RequestEngineOptions,
  WebhookTarget,
} from '@fairway/requests-node';
import { durationToMilliseconds, type JsonValue } from '@backstage/types';
import type { ZodType } from 'zod';
import { kafkaError } from '../errors';
import { type KafkaConnections, readKafkaConfig } from './readKafkaConfig';

const ROOT = 'kafkaSelfServe';

/** How the steps of requests are worked off; the engine knows the defaults. */
export type WorkerSettings = Pick<
  RequestEngineOptions,
  'leaseMilliseconds' | 'pollMilliseconds' | 'stepLimitMilliseconds' | 'retries'
>;

export interface KafkaSelfServeSettings {
  connections: KafkaConnections;
  /** Users and groups, as entity refs. */
  administrators: string[];
  /** Whether the ownership policy is asked; without one owners ask and administrators decide. */
  asksPolicy: boolean;
  environments: EnvironmentInput[];
  policies: TopicPolicyInput[];
  worker: WorkerSettings;
  webhooks: WebhookTarget[];
}

/**
 * Reads `kafkaSelfServe`.
 *
 * @throws `kafka-connection-invalid`, `kafka-config-key-invalid` with the name of the key
 */
export function readSelfServeConfig(config: Config): KafkaSelfServeSettings {
  const section = config.getOptionalConfig(ROOT);
  const authority = section?.getOptionalString('authority');
  if (authority !== undefined && !['policy', 'owners'].includes(authority)) {
    throw invalid('authority', `it is "${authority}": write policy or owners`);
  }
  return {
    connections: readKafkaConfig(config),
    administrators: section?.getOptionalStringArray('administrators') ?? [],
    asksPolicy:
      authority === undefined
        ? config.has('ownership')
        : authority === 'policy',
    environments: readList(section, 'environments', environmentSchema),
    policies: readList(section, 'policies', topicPolicySchema),
    worker: readWorker(config),
    webhooks: readWebhooks(section),
  };
}

function readList<T>(
  section: Config | undefined,
  key: string,
  schema: ZodType<T>,
): T[] {
  const list = section?.getOptional<JsonValue>(key) ?? [];
  if (!Array.isArray(list)) throw invalid(key, 'it is no list');
  return list.map((item, index) => {
    const parsed = schema.safeParse(item);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const path = [`${key}[${index}]`, ...issue.path.map(String)].join('.');
    throw invalid(path, issue.message.replace(/\.$/, ''));
  });
}

function readWorker(config: Config): WorkerSettings {
  const read = (name: string) => {
    const key = `${ROOT}.worker.${name}`;
    return config.has(key)
      ? durationToMilliseconds(readDurationFromConfig(config, { key }))
      : undefined;
  };
  const firstPauseMilliseconds = read('retryPause');
  return {
    leaseMilliseconds: read('lease'),
    pollMilliseconds: read('poll'),
    stepLimitMilliseconds: read('stepLimit'),
    ...(firstPauseMilliseconds && { retries: { firstPauseMilliseconds } }),
  };
}

function readWebhooks(section: Config | undefined): WebhookTarget[] {
  const entries = section?.getOptionalConfigArray('webhooks') ?? [];
  return entries.map((entry, index) => {
    const url = entry.getString('url');
    const protocol = URL.canParse(url) ? new URL(url).protocol : '';
    if (!/^https?:$/.test(protocol)) {
      // Not with the address: it is as good as a password.
      throw invalid(`webhooks[${index}].url`, 'it is no http or https address');
    }
    return {
      url,
      secret: entry.getOptionalString('secret'),
      environments: entry.getOptionalStringArray('environments'),
      events: entry.getOptionalStringArray('events'),
    };
  });
}

function invalid(key: string, reason: string) {
  return kafkaError('kafka-config-key-invalid', {
    key: `${ROOT}.${key}`,
    reason,
  });
}
