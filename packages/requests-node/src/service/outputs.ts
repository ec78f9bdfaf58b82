// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';

/** Key of the outputs that only steps need. */
const INTERNAL = 'internal';

function internalOf(outputs: JsonObject): JsonObject | undefined {
  const internal = outputs[INTERNAL];
  return typeof internal === 'object' && !Array.isArray(internal)
    ? (internal as JsonObject | undefined)
    : undefined;
}

/** Later ones replace earlier ones of the same name, those under `internal` each by itself. */
export function mergedOutputs(
  earlier: JsonObject = {},
  later: JsonObject,
): JsonObject {
  const internal = { ...internalOf(earlier), ...internalOf(later) };
  return {
    ...earlier,
    ...later,
    ...(Object.keys(internal).length > 0 && { [INTERNAL]: internal }),
  };
}

/** What people and callers see. */
export function shownOutputs(outputs: JsonObject): JsonObject {
  const { [INTERNAL]: _, ...shown } = outputs;
  return shown;
}
