// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Consumer, stringDeserializers } from '@platformatic/kafka';

/**
 * Hands over one message after the other, and commits each when it is handled: whatever was not is there again after a
 * restart. Ends with the signal.
 */
export async function readTopic({
  bootstrapServers,
  topic,
  group,
  sasl,
  onReady,
  handle,
  signal,
}) {
  const consumer = new Consumer({
    clientId: 'fairway-example-runner',
    groupId: group,
    bootstrapBrokers: bootstrapServers,
    deserializers: stringDeserializers,
    autocommit: false,
    sessionTimeout: 10_000,
    heartbeatInterval: 1_000,
    maxWaitTime: 500,
    ...(sasl && { sasl }),
  });
  const stream = await consumer.consume({
    topics: [topic],
    mode: 'committed',
    fallbackMode: 'earliest',
    // One at a time: the next one is for whoever is free.
    highWaterMark: 1,
  });
  const close = () => stream.close().catch(() => {});
  signal.addEventListener('abort', close, { once: true });
  onReady?.();
  try {
    for await (const message of stream) {
      const headers = Object.fromEntries(message.headers);
      await handle({ headers, value: message.value });
      if (signal.aborted) break;
      await message.commit();
    }
  } finally {
    await close();
    await consumer.close(true);
  }
}
