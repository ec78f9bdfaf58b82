// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { DAY } from '../Office';
import { invariants, type Real } from './invariants';
import { mayDecide, type Model, OWNING, work } from './model';
import { Approve, Retry, Revise, type Step, Submit } from './operations';

export class Work implements Step {
  check = () => true;

  async run(model: Model, real: Real): Promise<void> {
    work(model);
    await real.office.due();
    await invariants(model, real);
  }

  toString = () => 'Work()';
}

/** What somebody who wants to get on does next: chance alone seldom gets anywhere. */
export class Proceed implements Step {
  readonly pick: number;

  constructor(pick: number) {
    this.pick = pick;
  }

  check = (model: Readonly<Model>) => model.requests.length > 0;

  run(model: Model, real: Real): Promise<void> {
    return this.#next(model).run(model, real) as Promise<void>;
  }

  #next(model: Model): Step {
    const request = model.requests[this.pick % model.requests.length];
    const { decision, execution, requester, approvals } = request;
    const approver = OWNING.find(
      name => mayDecide(model, request, name) && !approvals.includes(name),
    );
    if (decision === 'draft') return new Submit(this.pick, requester);
    if (decision === 'changes-requested') {
      return new Revise(this.pick, requester, 'four');
    }
    if (decision === 'pending')
      return new Approve(this.pick, approver ?? 'ada');
    if (execution === 'failed' || execution === 'partially-applied') {
      return new Retry(this.pick, requester);
    }
    return new Work();
  }

  toString = () => `Proceed(#${this.pick})`;
}

export class Pass implements Step {
  readonly milliseconds: number;

  constructor(milliseconds: number) {
    this.milliseconds = milliseconds;
  }

  check = () => true;

  async run(model: Model, { office }: Real): Promise<void> {
    model.now += this.milliseconds;
    office.pass(this.milliseconds);
  }

  toString = () => `Pass(${this.milliseconds / DAY} days)`;
}

export class MoveOwner implements Step {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  check = () => true;

  async run({ owners }: Model, { office }: Real): Promise<void> {
    if (!owners.delete(this.name)) owners.add(this.name);
    office.groups[this.name] = owners.has(this.name)
      ? ['group:default/owners']
      : [];
  }

  toString = () => `MoveOwner(${this.name})`;
}
