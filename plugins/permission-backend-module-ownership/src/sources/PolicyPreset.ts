// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { PolicyCopy } from '@fairway/backstage-plugin-ownership-node';

/** Every page asks several times: a backend that hangs must not hold up each of them. */
const RETRY_AFTER_MS = 5_000;

/** What permissions that nothing names get: `defaults.unmanaged` of the ownership policy. */
export interface Preset {
  read: 'allow' | 'deny';
  other: 'allow' | 'deny';
}

export interface PresetSource {
  current(): Promise<Preset>;
}

/**
 * The preset of the ownership policy as the ownership backend serves it.
 *
 * While the policy cannot be had, the last preset that was seen holds: the
 * portal stays readable when the ownership backend restarts, and stays closed
 * where the company closed it. With none ever seen, or none written, reads get
 * what the configuration says, and everything else is denied.
 */
export class PolicyPreset implements PresetSource {
  readonly #policy: PolicyCopy;
  readonly #logger: LoggerService;
  readonly #readWithoutPreset: 'allow' | 'deny';
  #known: Preset;
  #warned = false;
  #failedAt = -Infinity;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    logger: LoggerService;
    readWithoutPreset: 'allow' | 'deny';
  }): PolicyPreset {
    return new PolicyPreset(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    logger: LoggerService;
    readWithoutPreset: 'allow' | 'deny';
  }) {
    const { auth, discovery, logger, readWithoutPreset } = options;
    this.#policy = new PolicyCopy({ auth, discovery, logger });
    this.#logger = logger;
    this.#readWithoutPreset = readWithoutPreset;
    this.#known = { read: readWithoutPreset, other: 'deny' };
  }

  async current(): Promise<Preset> {
    if (performance.now() - this.#failedAt < RETRY_AFTER_MS) {
      return this.#known;
    }
    try {
      const { document } = await this.#policy.current();
      const unmanaged = document.defaults?.unmanaged;
      this.#known = {
        read: unmanaged?.read ?? this.#readWithoutPreset,
        other: unmanaged?.other ?? 'deny',
      };
      this.#warned = false;
    } catch (error) {
      this.#failedAt = performance.now();
      // Said once, until it is well again.
      if (!this.#warned) {
        this.#warned = true;
        this.#logger.warn(
          `Without the ownership policy, reads are answered with "${
            this.#known.read
          }" and other unmanaged permissions with "${this.#known.other}"`,
          error instanceof Error ? error : new Error(String(error)),
        );
      }
    }
    return this.#known;
  }
}
