// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type {
  PolicyProblem,
  PolicyStatusResponse,
} from '@fairway/backstage-plugin-ownership-common';
import type { Clock } from '@fairway/backstage-plugin-ownership-node';
import { backendError } from '../errors';
import { checkPolicy } from './checkPolicy';
import { placeOf } from './problems';
import type { LoadedPolicy, PolicyFiles, PolicySource } from './types';

/**
 * The policy that decides: the last revision without errors whose test cases
 * all passed. A bad edit is logged, audited and shown in the status, and
 * changes nothing else.
 */
export class LastGoodPolicy {
  readonly #source: PolicySource | undefined;
  readonly #logger: LoggerService;
  readonly #auditor: AuditorService;
  readonly #clock: Clock;
  #good?: LoadedPolicy;
  #problems: PolicyProblem[] = [];
  #checkedAt: string;
  /** The files as they were looked at last, so that the same edit is judged and told once. */
  #seen?: string;
  #reloading?: Promise<void>;

  constructor(options: {
    /** None: no policy is configured. */
    source: PolicySource | undefined;
    logger: LoggerService;
    auditor: AuditorService;
    clock: Clock;
  }) {
    this.#source = options.source;
    this.#logger = options.logger;
    this.#auditor = options.auditor;
    this.#clock = options.clock;
    this.#checkedAt = this.#now();
  }

  /**
   * The revision that decides.
   *
   * @throws ServiceUnavailableError `OWNERSHIP_POLICY_NOT_CONFIGURED`, `OWNERSHIP_POLICY_MISSING`
   */
  current(): LoadedPolicy {
    if (this.#good) {
      return this.#good;
    }
    if (!this.#source) {
      throw backendError('OWNERSHIP_POLICY_NOT_CONFIGURED');
    }
    const first = this.#errors()[0];
    throw backendError('OWNERSHIP_POLICY_MISSING', {
      problem: first
        ? `${placeOf(first)}: ${first.message}`
        : 'it was not read yet',
    });
  }

  status(): PolicyStatusResponse {
    const outdated = this.#errors().length > 0;
    const state = outdated ? 'outdated' : 'current';
    return {
      state: this.#good ? state : 'missing',
      revision: this.#good?.revision,
      loadedAt: this.#good?.loadedAt,
      source: this.#source?.name,
      checkedAt: this.#checkedAt,
      problems: this.#problems,
    };
  }

  /** Looks at the files; what is wrong with them ends up in the status, never in an exception. */
  async reload(): Promise<void> {
    this.#reloading ??= this.#reload().finally(() => {
      this.#reloading = undefined;
    });
    return this.#reloading;
  }

  async #reload(): Promise<void> {
    if (!this.#source) {
      const { message } = backendError('OWNERSHIP_POLICY_NOT_CONFIGURED');
      this.#problems = [{ severity: 'error', file: 'app-config', message }];
      this.#logger.warn(message);
      return;
    }
    const files = await this.#source.read();
    this.#checkedAt = this.#now();
    const seen = JSON.stringify(files);
    if (seen === this.#seen) {
      return;
    }
    await this.#judge(files);
    this.#seen = seen;
  }

  async #judge(files: PolicyFiles | { problem: PolicyProblem }): Promise<void> {
    const event = await this.#auditor.createEvent({
      eventId: 'policy-load',
      severityLevel: 'high',
      meta: {
        source: this.#source?.name,
        previousRevision: this.#good?.revision,
      },
    });
    const { loaded, problems } =
      'problem' in files
        ? { loaded: undefined, problems: [files.problem] }
        : checkPolicy(files, this.#now());
    problems.forEach(problem => this.#log(problem));
    this.#problems = problems;
    if (!loaded) {
      const errors = this.#errors().map(
        problem => `${placeOf(problem)}: ${problem.message}`,
      );
      await event.fail({
        error: new Error(errors[0]),
        meta: { problems: errors, keptRevision: this.#good?.revision },
      });
      return;
    }
    // One assignment: a request sees the old revision or the new one, never a mixture.
    if (loaded.revision !== this.#good?.revision) {
      this.#good = loaded;
    }
    this.#logger.info(
      `Ownership policy "${loaded.source}" is in force, revision ${loaded.revision}`,
    );
    await event.success({ meta: { revision: loaded.revision } });
  }

  #log(problem: PolicyProblem): void {
    const text = `Ownership policy: ${placeOf(problem)}: ${problem.message}`;
    if (problem.severity === 'error') {
      this.#logger.error(text);
    } else {
      this.#logger.warn(text);
    }
  }

  #errors(): PolicyProblem[] {
    return this.#problems.filter(({ severity }) => severity === 'error');
  }

  #now(): string {
    return this.#clock().toISOString();
  }
}
