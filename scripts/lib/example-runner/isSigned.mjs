// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether the portal has signed a message: `v1,<HMAC-SHA256 of timestamp.value in hex>`. How old it is does not matter on
 * a topic, which keeps messages for whoever comes late: the portal takes one end of each attempt.
 */
export function isSigned({ headers, value, secret }) {
  const timestamp = headers['x-fairway-timestamp'] ?? '';
  const hmac = createHmac('sha256', secret)
    .update(`${timestamp}.${value}`)
    .digest('hex');
  const [expected, given] = [
    `v1,${hmac}`,
    headers['x-fairway-signature'] ?? '',
  ].map(text => Buffer.from(text));
  return expected.length === given.length && timingSafeEqual(expected, given);
}
