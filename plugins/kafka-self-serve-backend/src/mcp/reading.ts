// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { KafkaActionParts } from './types';

const READS = { readOnly: true, destructive: false, idempotent: true };

/** What there is, as far as whoever calls may see it. */
export function registerReading(parts: KafkaActionParts): void {
  const { registry, routes, kafka } = parts;
  registry.register({
    name: 'list-kafka-environments',
    title: 'List Kafka environments',
    description: 'The Kafka environments that the caller may see.',
    attributes: READS,
    schema: {
      input: z => z.object({}),
      output: z =>
        z.object({
          environments: z.array(
            z.object({
              name: z.string(),
              displayName: z.string(),
              reachable: z.boolean().optional(),
            }),
          ),
        }),
    },
    action: async ({ credentials }) => {
      const { items } = await routes.as(credentials, (_, call) =>
        kafka.environments(call),
      );
      const environments = items.map(({ name, displayName, status }) => ({
        name,
        displayName,
        reachable: status?.reachable,
      }));
      return { output: { environments } };
    },
  });

  registry.register({
    name: 'list-kafka-topics',
    title: 'List Kafka topics',
    description:
      'Topics that the caller may see, a page at a time: filter by environment, part of the name and owner.',
    attributes: READS,
    schema: {
      input: z =>
        z.object({
          environment: z.string().optional(),
          query: z.string().describe('Part of the name').optional(),
          owner: z
            .string()
            .describe('Entity ref of the owning group')
            .optional(),
          cursor: z
            .string()
            .describe('nextCursor of the page before')
            .optional(),
        }),
      output: z =>
        z.object({
          topics: z.array(
            z.object({
              environment: z.string(),
              name: z.string(),
              phase: z.string(),
              owner: z.string().optional(),
              description: z.string().optional(),
              partitions: z.number().optional(),
            }),
          ),
          nextCursor: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      const { environment, query, owner, cursor } = input;
      const page = await routes.as(credentials, (_, call) =>
        kafka.topics(
          {
            ...(environment && { environment: [environment] }),
            ...(owner && { owner: [owner] }),
            ...(query && { q: query }),
            ...(cursor && { cursor }),
          },
          call,
        ),
      );
      const topics = page.items.map(topic => ({
        environment: topic.environment,
        name: topic.name,
        phase: topic.phase,
        owner: topic.ownerRef,
        description: topic.description,
        partitions: topic.partitions,
      }));
      return { output: { topics, nextCursor: page.nextCursor } };
    },
  });
}
