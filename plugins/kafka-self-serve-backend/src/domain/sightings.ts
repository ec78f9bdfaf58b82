// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { hash } from 'node:crypto';
import type { ClusterSnapshot, TopicObservation } from './stored';

/** A topic that is not as it was seen last, with the digest of what was seen now. */
export interface Sighting {
  topic: TopicObservation;
  digest: string;
}

/**
 * What a sync sees of topics, some at a time, against the digests of what the
 * last one saw: only what is another, or is gone, is kept. Topics of Kafka
 * itself are left out.
 */
export class TopicSightings {
  readonly #unseen: Map<string, string | undefined>;
  readonly #asked: readonly string[] | undefined;
  readonly #key: string;
  readonly #changed: Sighting[] = [];

  static of(options: {
    /** By name; none: nobody knows, and it is compared. */
    digests: ReadonlyMap<string, string | undefined>;
    /** Keys whose values were asked for, so that other overrides stay as they were; left out: all. */
    asked?: readonly string[];
  }): TopicSightings {
    return new TopicSightings(options);
  }

  private constructor({
    digests,
    asked,
  }: Parameters<(typeof TopicSightings)['of']>[0]) {
    this.#unseen = new Map(digests);
    this.#asked = asked;
    this.#key = JSON.stringify(asked ?? []);
  }

  see(topics: Iterable<TopicObservation>): this {
    for (const topic of topics) {
      if (topic.internal) continue;
      const digest = hash(
        'sha256',
        `${this.#key}${JSON.stringify(topic)}`,
        'base64url',
      );
      const earlier = this.#unseen.get(topic.name);
      this.#unseen.delete(topic.name);
      if (earlier !== digest) this.#changed.push({ topic, digest });
    }
    return this;
  }

  get asked(): readonly string[] | undefined {
    return this.#asked;
  }

  get changed(): readonly Sighting[] {
    return this.#changed;
  }

  /** Once everything was seen. */
  get gone(): string[] {
    return [...this.#unseen.keys()];
  }
}

/** A cluster whose topics were compared while they were read. */
export type SightedCluster = Omit<ClusterSnapshot, 'topics'> & {
  topics: TopicSightings;
};
