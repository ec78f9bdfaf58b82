// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type fc from 'fast-check';
import { DAY } from '../Office';
import { invariants, type Real } from './invariants';
import {
  counted,
  DECIDE_WITHIN,
  expire,
  isHeld,
  isOpen,
  mayDecide,
  type Model,
  type ModelRequest,
  NEEDED,
} from './model';

/** Something that happens, in the model and to the real thing. */
export type Step = fc.AsyncCommand<Model, Real>;

/** An operation on one of the requests: what the model expects of it, and how it is done. */
abstract class OnRequest implements Step {
  readonly pick: number;
  readonly by: string;

  constructor(pick: number, by: string) {
    this.pick = pick;
    this.by = by;
  }

  check(model: Readonly<Model>): boolean {
    return model.requests.length > 0;
  }

  async run(model: Model, real: Real): Promise<void> {
    const request = model.requests[this.pick % model.requests.length];
    const isIn = this.changesInTime();
    if (isIn) expire(model, request);
    const expected = this.expect(model, request);
    const call = this.call(real, request);
    if (expected) {
      await call;
    } else {
      const refused = await call.then(
        () => undefined,
        error => error,
      );
      // A refusal has a code; everything else is a defect.
      if (typeof refused?.code !== 'string') {
        throw new Error(`${this} should have been refused`, { cause: refused });
      }
    }
    await invariants(model, real);
  }

  changesInTime(): boolean {
    return true;
  }

  /** Changes the model; whether it is allowed. */
  abstract expect(model: Model, request: ModelRequest): boolean;
  abstract call(real: Real, request: ModelRequest): Promise<unknown>;

  toString(): string {
    return `${this.constructor.name}(#${this.pick}, ${this.by})`;
  }
}

export class Create implements Step {
  readonly name: string;
  readonly text: string;
  readonly by: string;

  constructor(name: string, text: string, by: string) {
    this.name = name;
    this.text = text;
    this.by = by;
  }

  check = () => true;

  async run(model: Model, real: Real): Promise<void> {
    const { name, text, by } = this;
    const { id } = await real.office.draft({ name, text }, by);
    model.requests.push({
      id,
      name,
      text,
      requester: by,
      authors: [by],
      decision: 'draft',
      execution: 'none',
      approvals: [],
      before: model.notes.get(name),
      endsAt: model.now + DAY,
      written: false,
      undoing: false,
    });
    await invariants(model, real);
  }

  toString = () => `Create(${this.name}, ${this.text}, ${this.by})`;
}

export class Submit extends OnRequest {
  expect(model: Model, request: ModelRequest): boolean {
    const { decision, requester, name, before } = request;
    if (decision !== 'draft' || requester !== this.by) return false;
    if (before !== model.notes.get(name)) {
      request.before = model.notes.get(name);
      request.endsAt = model.now + DAY;
      return false;
    }
    if (isHeld(model, request)) return false;
    request.decision = 'pending';
    request.endsAt = model.now + DECIDE_WITHIN;
    return true;
  }

  call = ({ office }: Real, { id }: ModelRequest) =>
    office.service.submit(id, office.caller(this.by));
}

export class Approve extends OnRequest {
  expect(model: Model, request: ModelRequest): boolean {
    if (request.decision !== 'pending') return false;
    if (!mayDecide(model, request, this.by)) return false;
    if (request.before !== model.notes.get(request.name)) {
      request.before = model.notes.get(request.name);
      request.approvals = [];
      request.endsAt = model.now + DECIDE_WITHIN;
      return false;
    }
    if (request.approvals.includes(this.by)) return false;
    request.approvals = [...counted(model, request), this.by];
    if (request.approvals.length >= NEEDED) {
      request.decision = 'approved';
      request.execution = 'queued';
    }
    return true;
  }

  call = async ({ office }: Real, { id }: ModelRequest) =>
    office.approve(await office.see(id), this.by);
}

export class Reject extends OnRequest {
  expect(model: Model, request: ModelRequest): boolean {
    if (!isOpen(request) || !mayDecide(model, request, this.by)) return false;
    request.decision = 'rejected';
    return true;
  }

  call = async ({ office }: Real, { id }: ModelRequest) =>
    office.reject(await office.see(id), this.by);
}

export class RequestChanges extends OnRequest {
  expect(model: Model, request: ModelRequest): boolean {
    const may = mayDecide(model, request, this.by);
    if (request.decision !== 'pending' || !may) return false;
    request.decision = 'changes-requested';
    request.approvals = [];
    return true;
  }

  call = async ({ office }: Real, { id }: ModelRequest) =>
    office.requestChanges(await office.see(id), this.by);
}

export class Revise extends OnRequest {
  readonly text: string;

  constructor(pick: number, by: string, text: string) {
    super(pick, by);
    this.text = text;
  }

  expect(model: Model, request: ModelRequest): boolean {
    const { decision, execution, requester, written } = request;
    const isTheirs = requester === this.by;
    const isDecider = isOpen(request) && mayDecide(model, request, this.by);
    const isApproved =
      decision === 'approved' &&
      ['queued', 'failed'].includes(execution) &&
      !written;
    if (!isTheirs && !isDecider) return false;
    if (decision !== 'draft' && !isOpen(request) && !isApproved) return false;
    request.text = this.text;
    request.before = model.notes.get(request.name);
    if (decision === 'draft') {
      request.endsAt = model.now + DAY;
      return true;
    }
    request.decision = 'pending';
    request.execution = 'none';
    request.approvals = [];
    request.endsAt = model.now + DECIDE_WITHIN;
    if (!request.authors.includes(this.by)) request.authors.push(this.by);
    return true;
  }

  call = ({ office }: Real, { id, name }: ModelRequest) =>
    office.service.revise(
      id,
      { payload: { name, text: this.text } },
      office.caller(this.by),
    );
}

export class Cancel extends OnRequest {
  changesInTime = () => false;

  expect(_model: Model, request: ModelRequest): boolean {
    const { requester, decision, execution, written } = request;
    if (this.by !== requester && this.by !== 'ada') return false;
    if (isOpen(request)) {
      request.decision = 'cancelled';
      return true;
    }
    const canEnd = ['queued', 'failed'].includes(execution) && !written;
    if (decision !== 'approved' || !canEnd) return false;
    request.execution = 'compensated';
    request.undoing = true;
    return true;
  }

  call = async ({ office }: Real, { id }: ModelRequest) =>
    office.service.cancel(id, {}, office.caller(this.by));
}

export class Discard extends OnRequest {
  changesInTime = () => false;

  expect(_model: Model, request: ModelRequest): boolean {
    const { requester, decision } = request;
    if (decision !== 'draft' || requester !== this.by) return false;
    request.decision = 'cancelled';
    return true;
  }

  call = ({ office }: Real, { id }: ModelRequest) =>
    office.service.discard(id, office.caller(this.by));
}

export class Retry extends OnRequest {
  changesInTime = () => false;

  expect(model: Model, request: ModelRequest): boolean {
    const { requester, execution } = request;
    if (this.by !== requester && this.by !== 'ada') return false;
    if (!['failed', 'partially-applied'].includes(execution)) return false;
    if (isHeld(model, request)) return false;
    request.execution = 'queued';
    request.failing = undefined;
    return true;
  }

  call = ({ office, world }: Real, { id, failing }: ModelRequest) => {
    if (!failing) world.failing.delete(id);
    return office.service.retry(id, office.caller(this.by));
  };
}

export class FailNext extends OnRequest {
  readonly step: 'prepare' | 'tidy';

  constructor(pick: number, step: 'prepare' | 'tidy') {
    super(pick, 'nobody');
    this.step = step;
  }

  changesInTime = () => false;

  expect(_model: Model, request: ModelRequest): boolean {
    if (!['failed', 'partially-applied'].includes(request.execution)) {
      request.failing = this.step;
    }
    return true;
  }

  call = async ({ world }: Real, { id, failing }: ModelRequest) => {
    if (failing) world.failing.set(id, failing);
  };
}
