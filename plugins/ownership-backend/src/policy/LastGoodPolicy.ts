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
import {
  type Clock,
  loadPolicy,
} from '@fairway/backstage-plugin-ownership-node';
import type { PolicyRevisionStore } from '../database/PolicyRevisionStore';
import { backendError } from '../errors';
import { checkPolicy, warningsOf } from './checkPolicy';
import { isError, textOf } from './problems';
import type { LoadedPolicy, PolicyFiles, PolicySource } from './types';

/** What a replica remembers beyond itself. */
export type RevisionHistory = Pick<PolicyRevisionStore, 'record' | 'last'>;

/**
 * The policy that decides: the last revision without errors whose test cases
 * all passed.
 *
 * A bad edit is logged, audited and shown in the status, and changes nothing
 * else. What decides is kept in the database: where the files are bad, also
 * after a restart and on a replica that never saw them good, the revision that
 * came into force last on any replica decides. Where they are good, they do.
 */
export class LastGoodPolicy {
  readonly #source: PolicySource | undefined;
  readonly #history: RevisionHistory;
  readonly #groups: () => Promise<string[] | undefined>;
  readonly #onFailure: () => void;
  readonly #logger: LoggerService;
  readonly #auditor: AuditorService;
  readonly #clock: Clock;
  #good?: LoadedPolicy;
  #problems: PolicyProblem[] = [];
  #warnings: PolicyProblem[] = [];
  #checkedAt: string;
  /** The files as they were looked at last, so that the same edit is judged and told once. */
  #seen?: string;
  /** What the warnings are about, so that the same is looked through once. */
  #linted?: string;
  /** Whether the database has the good revision; a failed write is tried again. */
  #recorded = true;
  #reloading?: Promise<void>;

  constructor(options: {
    /** None: no policy is configured. */
    source: PolicySource | undefined;
    history: RevisionHistory;
    /** Refs of all groups of the catalog, for warnings; undefined if it does not tell. */
    groups?: () => Promise<string[] | undefined>;
    /** Called at each edit that is refused. */
    onFailure?: () => void;
    logger: LoggerService;
    auditor: AuditorService;
    clock: Clock;
  }) {
    this.#source = options.source;
    this.#history = options.history;
    this.#groups = options.groups ?? (async () => undefined);
    this.#onFailure = options.onFailure ?? (() => {});
    this.#logger = options.logger;
    this.#auditor = options.auditor;
    this.#clock = options.clock;
    this.#checkedAt = this.#now();
  }

  /**
   * The revision that decides.
   *
   * @throws ServiceUnavailableError `ownership-policy-not-configured`, `ownership-policy-missing`
   */
  current(): LoadedPolicy {
    if (this.#good) {
      return this.#good;
    }
    if (!this.#source) {
      throw backendError('ownership-policy-not-configured');
    }
    const first = this.#problems.find(isError);
    throw backendError('ownership-policy-missing', {
      problem: first ? textOf(first) : 'it was not read yet',
    });
  }

  /** The revision that decides, if there is one. */
  peek(): LoadedPolicy | undefined {
    return this.#good;
  }

  status(): PolicyStatusResponse {
    const outdated = this.#problems.some(isError);
    const state = outdated ? 'outdated' : 'current';
    return {
      state: this.#good ? state : 'missing',
      revision: this.#good?.revision,
      loadedAt: this.#good?.loadedAt,
      source: this.#source?.name,
      checkedAt: this.#checkedAt,
      problems: [...this.#problems, ...this.#warnings],
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
      const { message } = backendError('ownership-policy-not-configured');
      this.#problems = [{ severity: 'error', file: 'app-config', message }];
      this.#logger.warn(message);
      return;
    }
    const files = await this.#source.read();
    this.#checkedAt = this.#now();
    const seen = JSON.stringify(files);
    if (seen !== this.#seen) {
      await this.#judge(files);
      this.#seen = seen;
    }
    if (this.#problems.some(isError)) {
      await this.#adopt();
    } else {
      await this.#record();
      await this.#lint();
    }
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
    this.#warnings = [];
    this.#linted = undefined;
    if (!loaded) {
      this.#onFailure();
      const errors = problems.filter(isError).map(textOf);
      await event.fail({
        error: new Error(errors[0]),
        meta: { problems: errors, keptRevision: this.#good?.revision },
      });
      return;
    }
    // One assignment: a request sees the old revision or the new one, never a mixture.
    const { loadedAt } =
      loaded.revision === this.#good?.revision ? this.#good : loaded;
    this.#good = { ...loaded, loadedAt };
    this.#recorded = false;
    this.#logger.info(
      `Ownership policy "${loaded.source}" is in force, revision ${loaded.revision}`,
    );
    await event.success({ meta: { revision: loaded.revision } });
  }

  /** Keeps the good revision for a restart and for other replicas. */
  async #record(): Promise<void> {
    if (!this.#good || this.#recorded) return;
    try {
      await this.#history.record(this.#good);
      this.#recorded = true;
    } catch (error) {
      this.#logger.error(
        'The revision of the ownership policy could not be stored; it decides, and storing it is tried again in 30 seconds',
        asError(error),
      );
    }
  }

  /** Takes the revision that came into force last on any replica, while the own files are bad. */
  async #adopt(): Promise<void> {
    try {
      const stored = await this.#history.last();
      if (!stored || stored.revision === this.#good?.revision) return;
      const { revision, source, text, loadedAt } = stored;
      const { policy, errors } = loadPolicy(text, { source });
      if (!policy) {
        this.#logger.error(
          `The stored revision ${revision} of the ownership policy cannot be read by this version of the portal: ${errors
            .map(textOf)
            .join('; ')}`,
        );
        return;
      }
      this.#good = { policy, revision, loadedAt, text, source, tests: [] };
      this.#logger.warn(
        `The ownership policy cannot be taken as it stands; revision ${revision} of ${loadedAt} decides`,
      );
    } catch (error) {
      this.#logger.error(
        'The last good revision of the ownership policy could not be looked up; it is tried again in 30 seconds',
        asError(error),
      );
    }
  }

  async #lint(): Promise<void> {
    if (!this.#good) return;
    const groups = await this.#groups();
    const linted = JSON.stringify(groups ?? 'unknown');
    if (linted === this.#linted) return;
    try {
      const warnings = warningsOf(this.#good, groups);
      this.#linted = linted;
      const known = new Set(this.#warnings.map(textOf));
      warnings
        .filter(warning => !known.has(textOf(warning)))
        .forEach(warning => this.#log(warning));
      this.#warnings = warnings;
    } catch (error) {
      this.#logger.warn(
        'The ownership policy could not be looked through for warnings',
        asError(error),
      );
    }
  }

  #log(problem: PolicyProblem): void {
    const text = `Ownership policy: ${textOf(problem)}`;
    if (problem.severity === 'error') {
      this.#logger.error(text);
    } else {
      this.#logger.warn(text);
    }
  }

  #now(): string {
    return this.#clock().toISOString();
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
