// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import {
  KAFKA_SELF_SERVE_PLUGIN_ID,
  kafkaResourceReadPermission,
  KafkaSelfServeClient,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { Readable } from 'node:stream';
import { topicDocument, type KafkaTopicDocument } from './topicDocument';

/** The most that the Kafka backend gives at once. */
const PAGE_SIZE = 100;

export interface TopicCollatorFactoryOptions {
  auth: AuthService;
  discovery: DiscoveryService;
  /** Address of a topic's page with `:environment` and `:name`. */
  locationTemplate: string;
}

/**
 * Documents of type `kafka-topic`, read page by page while the search takes them. Who finds one is asked of the permission
 * framework for each topic; topics of private application instances are in no document.
 */
export class TopicCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'kafka-topic';
  readonly visibilityPermission = kafkaResourceReadPermission;
  readonly #options: TopicCollatorFactoryOptions;
  readonly #client: KafkaSelfServeClient;

  static create(options: TopicCollatorFactoryOptions): TopicCollatorFactory {
    return new TopicCollatorFactory(options);
  }

  private constructor(options: TopicCollatorFactoryOptions) {
    this.#options = options;
    this.#client = KafkaSelfServeClient.create({
      discoveryApi: options.discovery,
    });
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  /** A page that cannot be read ends the stream with its error, and the search keeps the index that it has. */
  async *#documents(): AsyncGenerator<KafkaTopicDocument> {
    const { auth, locationTemplate } = this.#options;
    let cursor: string | undefined;
    do {
      // For every page: a token lives shorter than a long run may take.
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: KAFKA_SELF_SERVE_PLUGIN_ID,
      });
      const page = await this.#client.searchTopics(
        { limit: PAGE_SIZE, ...(cursor !== undefined && { cursor }) },
        { token },
      );
      for (const topic of page.items) {
        yield topicDocument(topic, locationTemplate);
      }
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  }
}
