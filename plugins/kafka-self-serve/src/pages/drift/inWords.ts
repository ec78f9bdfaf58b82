// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { KAFKA_TOPIC_CONFIGS } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { inUnits } from '../ask';

const CONFIG = / configs\.(?<key>[a-z.]+)$/;

/** A value that differs, for people: `7 days` of `topic orders.created / configs.retention.ms`; any other as it is. */
export function inWords(path: string, value: string): string {
  const key = CONFIG.exec(path)?.groups?.key;
  return key ? inUnits(KAFKA_TOPIC_CONFIGS.get(key), value) : value;
}
