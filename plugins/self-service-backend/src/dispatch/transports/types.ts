// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { DispatchTransport } from '@fairway/backstage-plugin-self-service-common';
import type { StepResult } from '@fairway/requests-node';
import type { TemplateContext } from '../receivers/template';
import type {
  Receiver,
  TopicReceiver,
  WebhookReceiver,
  WorkflowReceiver,
} from '../receivers/types';
import type { DispatchContext, DispatchState } from '../types';

/** One message to a receiver. */
export interface Dispatch<TReceiver extends Receiver = Receiver> {
  receiver: TReceiver;
  /** The same for the same attempt of the same request, whatever was lost: receivers drop by it what comes twice. */
  key: string;
  requestId: string;
  attempt: number;
  /** Key of a topic: what is about one target stays in its order. */
  targetRef: string;
  /** What templates are filled with. */
  values: TemplateContext;
  /** Set where it may have been sent before; from then on. */
  mayHaveGoneAt?: Date;
  now: Date;
  signal: AbortSignal;
}

/** What became of a message. Whatever else is thrown leaves open whether it got there. */
export type SendResult =
  | { status: 'taken' }
  /** Nobody got it: for now, or until somebody corrects something. */
  | { status: 'not-taken'; code: string; message: string; final: boolean }
  /** It may be there, and is looked for again. */
  | { status: 'look-again'; waitingFor: string; until: Date };

/** How the receivers of a kind are told, and how they are followed beside what they report. */
export interface Transport<TReceiver extends Receiver> {
  send(dispatch: Dispatch<TReceiver>): Promise<SendResult>;
  /** Looks at what was begun; undefined where only reports tell. */
  follow?(
    context: DispatchContext,
    options: { receiver: TReceiver; state: DispatchState; key: string },
  ): Promise<Followed>;
}

/** What a look came to: its end, or when to look again. */
export type Followed = Pick<
  StepResult,
  'links' | 'checks' | 'statusLabel' | 'outputs'
> &
  (
    | { status: 'succeeded' }
    | { status: 'failed'; code: string; message: string }
    | { status: 'open'; waitingFor: string; until: Date }
  );

/** One of each. */
export interface Transports extends Record<DispatchTransport, unknown> {
  'github-workflow': Transport<WorkflowReceiver>;
  webhook: Transport<WebhookReceiver>;
  'kafka-topic': Transport<TopicReceiver>;
}
