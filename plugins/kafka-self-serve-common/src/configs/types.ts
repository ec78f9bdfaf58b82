// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** How the broker parses a value. @public */
export type TopicConfigType =
  | 'BOOLEAN'
  | 'DOUBLE'
  | 'INT'
  | 'LIST'
  | 'LONG'
  | 'STRING';

/** @public */
export type TopicConfigUnit =
  | 'bytes'
  | 'messages'
  | 'milliseconds'
  | 'ratio'
  | 'replicas';

/**
 * What a broker checks one topic config against. Values are text, as Kafka
 * keeps them; `min` and `max` are inclusive.
 *
 * @public
 */
export interface TopicConfigDefinition {
  name: string;
  type: TopicConfigType;
  /** Kafka's own default; a broker may have another one. Left out: unknown. */
  default?: string;
  unit?: TopicConfigUnit;
  min?: number;
  max?: number;
  /** Of a STRING: the words that are allowed; of a LIST: those of its items. */
  values?: string[];
  /** Outside of the range, and allowed nevertheless. */
  alsoAllowed?: string[];
  /** `throttled-replicas`: `*`, or a list of `partition:broker`. */
  format?: 'throttled-replicas';
  /** The value that means "no limit", for example `-1`. */
  unlimited?: string;
  /** The broker's property that a topic without an override follows. */
  brokerConfig?: string;
  /** One sentence of Kafka's documentation. */
  description: string;
}

/** Topic config definitions by name. @public */
export type TopicConfigDefinitions = ReadonlyMap<string, TopicConfigDefinition>;
