// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What people and the worker come to, without revisions, leases, steps and rows.
import type { Decision, Execution } from '@fairway/requests-common';
import { DAY } from '../Office';

export const NEEDED = 2;
export const DECIDE_WITHIN = 2 * DAY;
export const MAKERS = ['rita', 'rob', 'olga'] as const;
export const PEOPLE = [...MAKERS, 'omar', 'oki', 'stan', 'ada'] as const;
export const OWNING = ['olga', 'omar', 'oki'];

export interface ModelRequest {
  id: string;
  name: string;
  text: string;
  requester: string;
  authors: string[];
  decision: Decision;
  execution: Execution;
  approvals: string[];
  /** The text that the plan starts from. */
  before?: string;
  endsAt?: number;
  /** Set once the note was written by it. */
  written: boolean;
  /** Cancelled after the approval, and not yet undone. */
  undoing: boolean;
  /** The step that fails next. */
  failing?: 'prepare' | 'tidy';
}

export interface Model {
  now: number;
  requests: ModelRequest[];
  notes: Map<string, string>;
  owners: Set<string>;
}

export const isOpen = ({ decision }: ModelRequest) =>
  decision === 'pending' || decision === 'changes-requested';

export const holds = (request: ModelRequest) =>
  isOpen(request) ||
  request.undoing ||
  (request.decision === 'approved' &&
    (['queued', 'running', 'waiting'].includes(request.execution) ||
      (request.execution === 'failed' && !request.written)));

export const isHeld = (model: Model, { id, name }: ModelRequest) =>
  model.requests.some(
    other => other.id !== id && other.name === name && holds(other),
  );

export function expire(model: Model, request: ModelRequest): void {
  const { endsAt, decision } = request;
  if (endsAt === undefined || endsAt > model.now) return;
  if (decision === 'draft' || isOpen(request)) request.decision = 'expired';
}

export const mayDecide = (model: Model, request: ModelRequest, by: string) =>
  model.owners.has(by) &&
  by !== request.requester &&
  !request.authors.includes(by);

/** Approvals that count by who is an owner now. */
export const counted = (model: Model, { approvals }: ModelRequest) =>
  approvals.filter(by => model.owners.has(by));

/** What the worker does, all at once. */
export function work(model: Model): void {
  for (const request of model.requests) expire(model, request);
  for (const request of model.requests) {
    if (request.decision !== 'approved') continue;
    request.undoing = false;
    if (request.execution !== 'queued') continue;
    if (!request.written) {
      const left = counted(model, request);
      if (left.length < NEEDED) {
        request.approvals = left;
        request.decision = 'pending';
        request.execution = 'none';
        request.endsAt = model.now + DECIDE_WITHIN;
        continue;
      }
      if (request.failing === 'prepare') {
        request.execution = 'failed';
        continue;
      }
      model.notes.set(request.name, request.text);
      request.written = true;
    }
    request.execution =
      request.failing === 'tidy' ? 'partially-applied' : 'succeeded';
  }
}
