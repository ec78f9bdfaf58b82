// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Every boundary at which a process may die has a name, so that a test can kill it there and see that nothing is lost.
import { writeFileSync } from 'node:fs';

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
   * comes to. With `FAIRWAY_FAILPOINT_MARKER`, the path of a file, it happens once, in one of all processes that share it:
   * the file keeps the name that was hit. Both are read at every place, so that a running process can be told.
   * In production nothing happens, whatever the environment says.
   */
  static fromEnvironment(
    environment: Readonly<Record<string, string | undefined>> = process.env,
  ): Failpoints {
    if (environment.NODE_ENV === 'production') return Failpoints.none();
    return new Failpoints(async name => {
      const { FAIRWAY_FAILPOINT: names, FAIRWAY_FAILPOINT_MARKER: marker } =
        environment;
      if (!names?.split(',').some(each => each.trim() === name)) return;
      if (marker && !isFirst(marker, name)) return;
      process.kill(process.pid, 'SIGKILL');
      // The signal may take a moment; nothing may be written in it.
      await new Promise(() => {});
    });
  }

  async hit(name: string): Promise<void> {
    await this.#hit?.(name);
  }
}

/** Whether no process was here before; two that come at once are told apart by the file system. */
function isFirst(marker: string, name: string): boolean {
  try {
    writeFileSync(marker, `${name}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
