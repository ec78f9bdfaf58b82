// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Every boundary at which a process may die has a name, so that a test can kill it there and see that nothing is lost.
import { appendFileSync, existsSync } from 'node:fs';

/** What happens at a named place; rejecting there is what a lost process looks like from inside. @public */
export type FailpointHit = (name: string) => Promise<void> | void;

/**
 * Named places in the life of a request.
 *
 * @public
 */
export class Failpoints {
  readonly #hit: FailpointHit | undefined;

  private constructor(hit?: FailpointHit) {
    this.#hit = hit;
  }

  /** Those of production: nothing ever happens. */
  static none(): Failpoints {
    return new Failpoints();
  }

  /** For tests in the same process. */
  static of(hit: FailpointHit): Failpoints {
    return new Failpoints(hit);
  }

  /**
   * Kills this process with SIGKILL at the first of the places named in `FAIRWAY_FAILPOINT` (separated by commas) that it
   * comes to. With `FAIRWAY_FAILPOINT_MARKER`, the path of a file, it happens once: the file keeps the names that were hit.
   * In production nothing happens, whatever the environment says.
   */
  static fromEnvironment(
    environment: Readonly<Record<string, string | undefined>> = process.env,
  ): Failpoints {
    const names = (environment.FAIRWAY_FAILPOINT ?? '')
      .split(',')
      .map(name => name.trim())
      .filter(Boolean);
    if (environment.NODE_ENV === 'production' || names.length === 0) {
      return Failpoints.none();
    }
    const marker = environment.FAIRWAY_FAILPOINT_MARKER;
    return new Failpoints(async name => {
      if (!names.includes(name)) return;
      if (marker && existsSync(marker)) return;
      if (marker) appendFileSync(marker, `${name}\n`);
      process.kill(process.pid, 'SIGKILL');
      // The signal may take a moment; nothing may be written in it.
      await new Promise(() => {});
    });
  }

  async hit(name: string): Promise<void> {
    await this.#hit?.(name);
  }
}
