// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { requestAnswer, requestOutput } from './answer';
import type { RegistryParts } from './types';

/**
 * Registers the action that says how far a request is.
 *
 * @public
 */
export function registerRequestStatus(
  action: {
    name: string;
    title: string;
    /** What the requests are about: `a Kafka request`. */
    words: string;
  },
  parts: RegistryParts,
): void {
  const { name, title, words } = action;
  parts.registry.register({
    name,
    title,
    description: `How far ${words} is: whether it is decided, applied, or waits for something.`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z => z.object({ id: z.string().describe('Id of the request') }),
      output: requestOutput,
    },
    action: async ({ input, credentials }) => {
      const request = await parts.routes.as(credentials, (requests, call) =>
        requests.get(input.id, call),
      );
      return { output: requestAnswer(request, parts.urlOf) };
    },
  });
}
