// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { requestError } from '../errors';
import type { StoredRequest } from '../store/types';
import { clean } from './json';

type Plan = Pick<StoredRequest, 'plan' | 'view' | 'planDigest'>;

/**
 * What was seen is not what is there: a 409 with both plans, the seen one as far as it is still known.
 *
 * `details` is `{ seen: { planDigest, plan?, view? }, current: { planDigest, plan, view } }`.
 */
export function planChanged(options: {
  request: StoredRequest;
  seen: string;
  current: Plan;
}): Error {
  const { request, seen, current } = options;
  const known = [request, current].find(
    ({ planDigest }) => planDigest === seen,
  );
  return requestError(
    'plan-changed',
    { number: request.number, seen, current: current.planDigest },
    {
      details: clean({
        seen: known ? shown(known) : { planDigest: seen },
        current: shown(current),
      }),
    },
  );
}

function shown({ planDigest, plan, view }: Plan) {
  return { planDigest, plan, view };
}
