// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A git program in front of the real one that, once armed, does something right before a given run: dies, with every run
// after it, as if the process that asked were killed there; or runs a command, as if somebody else were that quick.
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface InterruptedGit {
  executable: string;
  /** From now on the run of that number, from 1, is preceded by the command; `die` ends it and all after it. */
  arm(options: { run: number; command: string }): void;
  disarm(): void;
  /** Whether there were that many runs since it was armed. */
  hasStruck(): boolean;
}

export function interruptedGit(folder: string): InterruptedGit {
  const executable = join(folder, 'interrupted-git');
  const runs = join(folder, 'runs');
  const armed = join(folder, 'armed.sh');
  let struckAt = 0;
  const script = [
    '#!/bin/sh',
    `if [ -s '${armed}' ]; then echo x >> '${runs}'; n=$(wc -l < '${runs}'); . '${armed}'; fi`,
    'exec git "$@"',
  ];
  writeFileSync(executable, `${script.join('\n')}\n`);
  chmodSync(executable, 0o755);
  return {
    executable,
    arm({ run, command }) {
      struckAt = run;
      writeFileSync(runs, '');
      const body =
        command === 'die'
          ? `[ "$n" -lt ${run} ] || { echo died >&2; exit 99; }`
          : `[ "$n" -ne ${run} ] || { ${command}; } </dev/null >/dev/null`;
      writeFileSync(armed, `${body}\n`);
    },
    disarm() {
      writeFileSync(armed, '');
    },
    hasStruck() {
      return (
        existsSync(runs) &&
        readFileSync(runs, 'utf8').split('\n').length - 1 >= struckAt
      );
    },
  };
}
