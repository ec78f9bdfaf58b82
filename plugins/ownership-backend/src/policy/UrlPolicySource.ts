// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { basename } from 'node:path';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import type { PolicyProblem } from '@fairway/backstage-plugin-ownership-common';
import type { PolicyFile, PolicyFiles, PolicySource } from './types';

/** Less than the 30 seconds between two looks. */
const TIMEOUT_MS = 20_000;

/**
 * Policy and test cases from a Git host or another URL that the portal's
 * `integrations` and `backend.reading` let it read. What has not changed is
 * told by its ETag and not fetched again.
 */
export class UrlPolicySource implements PolicySource {
  readonly name: string;
  readonly #urls: { policy: string; tests?: string };
  readonly #reader: UrlReaderService;
  readonly #known = new Map<string, { etag?: string; text: string }>();

  constructor(
    urls: { policy: string; tests?: string },
    options: { reader: UrlReaderService },
  ) {
    this.#urls = urls;
    this.#reader = options.reader;
    this.name = nameOf(urls.policy);
  }

  async read(): Promise<PolicyFiles | { problem: PolicyProblem }> {
    const policy = await this.#read(this.#urls.policy, 'ownership.policy.url');
    if ('problem' in policy || this.#urls.tests === undefined) {
      return 'problem' in policy ? policy : { policy };
    }
    const tests = await this.#read(this.#urls.tests, 'ownership.policy.tests');
    return 'problem' in tests ? tests : { policy, tests };
  }

  async #read(
    url: string,
    key: string,
  ): Promise<PolicyFile | { problem: PolicyProblem }> {
    const name = nameOf(url);
    const known = this.#known.get(url);
    try {
      const response = await this.#reader.readUrl(url, {
        ...(known?.etag !== undefined && { etag: known.etag }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const text = (await response.buffer()).toString('utf8');
      this.#known.set(url, { etag: response.etag, text });
      return { name, text };
    } catch (error) {
      if (
        known &&
        error instanceof Error &&
        error.name === 'NotModifiedError'
      ) {
        return { name, text: known.text };
      }
      // Only the kind of error: its message may carry a URL with a token.
      const reason = error instanceof Error ? error.name : 'unknown reason';
      return {
        problem: {
          severity: 'error',
          file: name,
          message: `The URL of "${key}" cannot be read (${reason}). Check the key, "integrations" and "backend.reading.allow" in the portal's configuration; it is read again within 30 seconds.`,
        },
      };
    }
  }
}

function nameOf(url: string): string {
  return decodeURIComponent(basename(new URL(url).pathname)) || 'policy.yaml';
}
