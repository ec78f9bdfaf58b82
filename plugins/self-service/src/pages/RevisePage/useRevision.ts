// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { RequestDetail, RequestPreview } from '@fairway/requests-common';
import { describeError, useLeaveGuard, useOnce } from '@fairway/requests-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { requestRouteRef } from '../../routes';
import { useOwnSource } from '../../source';
import {
  type Revision,
  revisedJustification,
  revisedPayload,
  revisionOf,
} from './revision';

const keyOf = (revision: Revision) => JSON.stringify(revision);

/**
 * The text of a request while it is revised. It is the person's: whatever the server answers, and however often the
 * request is loaded anew, it stays until it is sent or thrown away.
 */
export function useRevision(request: RequestDetail) {
  const { api } = useOwnSource();
  const navigate = useNavigate();
  const requestLink = useRouteRef(requestRouteRef);
  const [begun, setBegun] = useState(request);
  const [revision, setRevision] = useState(() => revisionOf(request));
  const [preview, setPreview] = useState<RequestPreview>();
  /** The text that the portal was last asked about. */
  const [asked, setAsked] = useState<string>();
  const [isSent, setSent] = useState(false);
  const previewing = useOnce();
  const sending = useOnce();

  const key = keyOf(revision);
  const isChanged = key !== keyOf(revisionOf(begun));
  const guard = useLeaveGuard(isChanged && !isSent);
  const isMoved =
    !!sending.error && describeError(sending.error).code === 'request-moved';

  const showDiff = () =>
    previewing.run(async () => {
      // Which commit the files were made for is no question of a revision: it is planned on what is there now.
      setAsked(key);
      const { baseSha, ...payload } = revisedPayload(request, revision);
      setPreview(
        await api.preview({
          kind: request.kind,
          payload: payload as JsonObject,
          // Else it is planned as a new request, which keeps nothing of the branch's.
          requestId: request.id,
        }),
      );
    });
  const send = () =>
    sending.run(async () => {
      if (isSent) return;
      const { id, rowVersion } = request;
      const justification = revisedJustification(request, revision);
      const payload = revisedPayload(request, revision) as JsonObject;
      await api.revise(id, { payload, rowVersion, justification });
      setSent(true);
      const page = requestLink?.({ id });
      // In place of the second entry that guards the text.
      if (page) navigate(page, { replace: true });
    });
  /** What was typed gives way to what the request says now. */
  const startOver = () => {
    setBegun(request);
    setRevision(revisionOf(request));
    setPreview(undefined);
    setAsked(undefined);
    previewing.reset();
    sending.reset();
  };

  return {
    revision,
    change: (changes: Partial<Revision>) =>
      setRevision(current => ({ ...current, ...changes })),
    startOver,
    isChanged,
    /** Whether somebody else revised it while this text was written. */
    isOvertaken: request.revision !== begun.revision,
    hasFiles: revision.files.some(({ isLeftOut }) => !isLeftOut),
    preview,
    isOutdated: asked !== undefined && asked !== key,
    previewing,
    sending,
    isMoved,
    showDiff,
    send,
    forgetError: sending.reset,
    guard,
  };
}
