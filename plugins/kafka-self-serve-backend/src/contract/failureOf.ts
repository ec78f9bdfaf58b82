// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isKafkaError, type KafkaSelfServeError } from '../errors';

/** The error of the catalogue that a call fails with; anything else fails the test. */
export async function failureOf(
  call: Promise<unknown>,
): Promise<KafkaSelfServeError> {
  const answer = await call.then(
    value => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('value' in answer)
    throw new Error(`It went well: ${JSON.stringify(answer.value)}`);
  if (!isKafkaError(answer.error)) throw answer.error;
  return answer.error;
}
