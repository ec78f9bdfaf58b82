// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import type { RequestStep, StepPhase } from '@fairway/requests-common';
import { stepFailpoint } from '../failpoints/failpointsOf';
import { clean } from '../service/json';
import { mergedOutputs } from '../service/outputs';
import { changed } from '../service/revision';
import type { Change, Loaded } from '../service/Transitions';
import type { StoredJob } from '../store/types';
import type { Step, StepNews, StepResult } from '../types';
import { withNews } from './outcome';
import { nextRow, phaseOf } from './phases';

/** The step that is next, under a lease. */
export interface Turn {
  job: StoredJob;
  step: Step<JsonObject, JsonObject>;
  phase: StepPhase;
  kind: string;
  revision: number;
  signal: AbortSignal;
}

/** How a run of a step ended. */
export type Outcome = { result: StepResult } | { thrown: Error };

/** The row of the step, as long as it is the one that is next in the same revision. */
export function rowOf(turn: Turn, loaded: Loaded): RequestStep | undefined {
  const { request, steps } = loaded;
  if (request.revision !== turn.revision) return undefined;
  if (phaseOf(loaded) !== turn.phase) return undefined;
  const row = nextRow(steps, turn.phase);
  return row?.id === turn.step.id ? row : undefined;
}

/** What a step made, whatever became of its request. */
export function kept(
  turn: Turn,
  loaded: Loaded,
  { outputs, links }: Pick<StepNews, 'outputs' | 'links'>,
): Change {
  const row = rowOf(turn, loaded);
  return {
    set: changed(loaded.request, withNews(loaded.request, { outputs, links })),
    events: [],
    ...(row && {
      step: {
        ...row,
        outputs: mergedOutputs(row.outputs, clean(outputs ?? {})),
      },
    }),
  };
}

export function failpointOf(
  { kind, phase, step }: Turn,
  boundary: Parameters<typeof stepFailpoint>[1],
): string {
  return stepFailpoint({ kind, phase, id: step.id }, boundary);
}
