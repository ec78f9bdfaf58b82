// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '@backstage/types';
import type { ChangeOutputs } from '@fairway/backstage-plugin-self-service-common';
import { actionError } from '../errors';
import type { InitiatorContext, SelfService } from '../SelfService';
import { type ChangeWishes, wishesOf } from './changePayload';

const ENDED = ['rejected', 'cancelled', 'expired'];

/**
 * Puts other files into a request that is there already; undefined where it has ended and a new one is wanted, and its id
 * where that one is to be asked for again.
 *
 * @throws ConflictError `change-ended`, `change-branch-exists`, and what the backend refuses
 */
export async function reviseChange(options: {
  selfService: SelfService;
  action: string;
  ctx: InitiatorContext;
  changeId: string;
  payload: JsonObject;
  input: {
    description?: string;
    submit?: 'now' | 'review';
    onBranchExists?: 'append' | 'fail';
    onClosed?: 'new' | 'reopen' | 'fail';
  };
}): Promise<
  | { id: string; action: 'updated' | 'unchanged' }
  | { reopens: string }
  | undefined
> {
  const { selfService, action, ctx, changeId, payload, input } = options;
  return selfService.call(action, ctx, async ({ requests }, call) => {
    const known = await requests.get(changeId, call);
    const { decision, execution, rowVersion } = known;
    if (ENDED.includes(decision) || execution === 'succeeded') {
      if (input.onClosed === 'fail') {
        throw actionError('change-ended', { changeId });
      }
      return input.onClosed === 'reopen' ? { reopens: changeId } : undefined;
    }
    const isSame = isDeepStrictEqual(
      compared(known.payload),
      compared(payload),
    );
    if (!isSame) {
      const { branch } = known.outputs as ChangeOutputs;
      if (branch !== undefined && input.onBranchExists === 'fail') {
        throw actionError('change-branch-exists', { changeId });
      }
      // Where it was made by is kept: whoever revises it did not make it.
      const { origin = payload.origin } = known.payload;
      await requests.revise(
        changeId,
        {
          payload: { ...payload, ...(origin !== undefined && { origin }) },
          justification: input.description,
          rowVersion,
        },
        call,
      );
    }
    if (decision === 'draft' && input.submit === 'now') {
      await requests.submit(changeId, call);
    }
    return { id: changeId, action: isSame ? 'unchanged' : 'updated' };
  });
}

/** What a revision is made for; where it comes from, and the commit that it was read at, are no reason for one. */
function compared(payload: JsonObject): JsonObject {
  const { files, request } = payload;
  const wishes = wishesOf(payload as ChangeWishes);
  // As it travels: what is undefined is not there.
  return JSON.parse(JSON.stringify({ files, request, ...wishes }));
}
