// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { JsonObject } from '@backstage/types';
import {
  isAcceptable,
  type KafkaRequestKind,
  type Problem,
  type ProblemPath,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { RequestDetail, RequestPreview } from '@fairway/requests-common';
import { useChanged } from '@fairway/requests-react';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { requestRouteRef } from '../../../routes';
import { useKafkaRequests } from '../../../useKafkaRequests';
import { distinct, problemsOf, sayable } from './problems';

/** What a form asks for, as it is filled in now. */
export interface Asking {
  kind: KafkaRequestKind;
  payload: JsonObject;
  /** What the rules say here, without asking anybody. */
  problems: readonly Problem[];
  /** Where the fields of the payload are in the form: put before the paths of the server's problems. */
  below?: ProblemPath;
  /** The request that is revised; a new one is made if left out. */
  revised?: Pick<RequestDetail, 'id' | 'justification' | 'rowVersion'>;
}

interface Answered {
  /** What was asked about. */
  content: string;
  preview?: RequestPreview;
  error?: Error;
}

/** The state of a form that becomes a request: what is wrong, the plan, and the way to send it. */
export interface Ask {
  asking: Asking;
  reason: string;
  /** Whether something was filled in that is not sent yet. */
  isUnsaved: boolean;
  setReason(reason: string): void;
  /** What can be said now, of here and of the server, errors and warnings. */
  problems: Problem[];
  /** Errors that somebody ran into who wanted to go on. */
  refused: Problem[];
  /** Counts the attempts to go on that were refused, to put the focus anew. */
  attempts: number;
  preview?: RequestPreview;
  /** Set where the plan failed for another reason than the fields. */
  error?: Error;
  isOutdated: boolean;
  isPreviewing: boolean;
  showPlan(): void;
  /** Whether the plan that is shown is what would be sent. */
  isSeen: boolean;
  isSending: boolean;
  sendError?: Error;
  /** A plan that was seen is submitted; another one becomes a draft, which its page shows first. */
  send(): void;
}

const asError = (cause: unknown) =>
  cause instanceof Error ? cause : new Error(String(cause));

/** 128 random bits: `crypto.randomUUID` is not there on plain HTTP. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

/** Puts the server's paths to where the form has its fields. */
function placed(problems: Problem[], below: ProblemPath = []): Problem[] {
  return problems.map(found => ({ ...found, path: [...below, ...found.path] }));
}

export function useAsk(asking: Asking): Ask {
  const { kind, payload, below, revised } = asking;
  const api = useKafkaRequests();
  const pageOf = useRouteRef(requestRouteRef);
  const navigate = useNavigate();
  const [reason, setReason] = useState(revised?.justification ?? '');
  const [attempts, setAttempts] = useState(0);
  const [answered, setAnswered] = useState<Answered>();
  const [pending, setPending] = useState<'preview' | 'send'>();
  const [sending, setSending] = useState<Answered>();
  const key = useRef({ content: '', value: '' });

  const content = JSON.stringify([kind, payload]);
  const isChanged = useChanged([kind, payload, reason]);
  const isOutdated = !!answered && answered.content !== content;
  const isSeen = !!answered?.preview && !isOutdated;
  const failure = sending?.content === content ? sending.error : undefined;
  const ofServer = [
    ...(isOutdated ? [] : problemsOf(answered?.error)),
    ...problemsOf(failure),
  ];
  const problems = distinct([
    ...(attempts > 0 ? asking.problems : sayable(asking.problems)),
    ...placed(ofServer, below),
  ]);
  const mayGoOn = () => {
    setAttempts(count => count + 1);
    return isAcceptable(asking.problems);
  };

  const showPlan = async () => {
    if (pending || !mayGoOn()) return;
    setPending('preview');
    try {
      const preview = await api.preview({
        kind,
        payload,
        // Else it is planned as a new one beside the old.
        ...(revised && { requestId: revised.id }),
      });
      setAnswered({ content, preview });
    } catch (cause) {
      setAnswered({ content, error: asError(cause) });
      setAttempts(count => count + 1);
    }
    setPending(undefined);
  };

  /** The id of the request that it became. */
  const sent = async (justification: string | undefined): Promise<string> => {
    if (revised) {
      const { id, rowVersion } = revised;
      await api.revise(id, { payload, rowVersion, justification });
      return id;
    }
    const { request } = await api.create({
      kind,
      payload,
      justification,
      submit: isSeen ? 'now' : 'review',
      idempotencyKey: key.current.value,
    });
    return request.id;
  };

  const send = async () => {
    if (pending || !mayGoOn()) return;
    setPending('send');
    const justification = reason.trim() || undefined;
    const whole = JSON.stringify([content, justification]);
    if (key.current.content !== whole) {
      key.current = { content: whole, value: newKey() };
    }
    try {
      const id = await sent(justification);
      // In place of the second entry that guards what was filled in.
      navigate(pageOf?.({ id }) ?? '/', { replace: true });
    } catch (cause) {
      setSending({ content, error: asError(cause) });
      setAttempts(count => count + 1);
      setPending(undefined);
    }
  };

  const isOfFields = (error?: Error) => problemsOf(error).length > 0;
  return {
    asking,
    reason,
    isUnsaved: isChanged && pending !== 'send',
    setReason,
    problems,
    refused:
      attempts > 0
        ? problems.filter(({ severity }) => severity === 'error')
        : [],
    attempts,
    preview: answered?.preview,
    error: isOfFields(answered?.error) ? undefined : answered?.error,
    isOutdated,
    isPreviewing: pending === 'preview',
    showPlan,
    isSeen,
    isSending: pending === 'send',
    sendError: isOfFields(failure) ? undefined : failure,
    send,
  };
}
