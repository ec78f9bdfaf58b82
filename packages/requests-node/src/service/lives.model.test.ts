// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Random operations of random people, against a model that knows nothing of revisions, leases, steps and rows.
import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Decision, Execution } from '@fairway/requests-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { DAY, Office } from './__testUtils__/Office';
import { OWNERS, World } from './__testUtils__/World';

jest.setTimeout(600_000);

const RUNS = 20;
const NEEDED = 2;
const DECIDE_WITHIN = 2 * DAY;
const MAKERS = ['rita', 'rob', 'olga'] as const;
const PEOPLE = [...MAKERS, 'omar', 'oki', 'stan', 'ada'] as const;
const OWNING = ['olga', 'omar', 'oki'];

interface ModelRequest {
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

interface Model {
  now: number;
  requests: ModelRequest[];
  notes: Map<string, string>;
  owners: Set<string>;
}

interface Real {
  knex: Knex;
  world: World;
  office: Office;
  /** States that any request was in. */
  seen: Set<string>;
}

type Step = fc.AsyncCommand<Model, Real>;

const isOpen = ({ decision }: ModelRequest) =>
  decision === 'pending' || decision === 'changes-requested';

const holds = (request: ModelRequest) =>
  isOpen(request) ||
  request.undoing ||
  (request.decision === 'approved' &&
    (['queued', 'running', 'waiting'].includes(request.execution) ||
      (request.execution === 'failed' && !request.written)));

const isHeld = (model: Model, { id, name }: ModelRequest) =>
  model.requests.some(
    other => other.id !== id && other.name === name && holds(other),
  );

function expire(model: Model, request: ModelRequest): void {
  const { endsAt, decision } = request;
  if (endsAt === undefined || endsAt > model.now) return;
  if (decision === 'draft' || isOpen(request)) request.decision = 'expired';
}

const mayDecide = (model: Model, request: ModelRequest, by: string) =>
  model.owners.has(by) &&
  by !== request.requester &&
  !request.authors.includes(by);

/** Approvals that count by who is an owner now. */
const counted = (model: Model, { approvals }: ModelRequest) =>
  approvals.filter(by => model.owners.has(by));

/** What the worker does, all at once. */
function work(model: Model): void {
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

class Create implements Step {
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

class Submit extends OnRequest {
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

class Approve extends OnRequest {
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

class Reject extends OnRequest {
  expect(model: Model, request: ModelRequest): boolean {
    if (!isOpen(request) || !mayDecide(model, request, this.by)) return false;
    request.decision = 'rejected';
    return true;
  }

  call = async ({ office }: Real, { id }: ModelRequest) =>
    office.reject(await office.see(id), this.by);
}

class RequestChanges extends OnRequest {
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

class Revise extends OnRequest {
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

class Cancel extends OnRequest {
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

class Discard extends OnRequest {
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

class Retry extends OnRequest {
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

class FailNext extends OnRequest {
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

class Work implements Step {
  check = () => true;

  async run(model: Model, real: Real): Promise<void> {
    work(model);
    await real.office.engine.worker.runDue();
    await invariants(model, real);
  }

  toString = () => 'Work()';
}

/** What somebody who wants to get on does next: chance alone seldom gets anywhere. */
class Proceed implements Step {
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

class Pass implements Step {
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

class MoveOwner implements Step {
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

/** What is true after every operation, whatever it was. */
async function invariants(model: Model, real: Real): Promise<void> {
  const { office, knex, world } = real;
  const chain = await office.service.verify(office.caller('ada'));
  expect(chain).toMatchObject({ ok: true, requests: model.requests.length });

  for (const request of model.requests) {
    const { id, decision, execution, requester, authors, name, text } = request;
    real.seen.add(decision).add(execution);
    const shown = await office.see(id);
    expect({
      ...shown,
      authorRefs: [...shown.authorRefs].sort(),
    }).toMatchObject({
      decision,
      execution,
      requesterRef: `user:default/${requester}`,
      authorRefs: authors.map(author => `user:default/${author}`).sort(),
      plan: { path: `${name}.txt`, after: text },
    });
    // The history alone leads to the same state.
    expect(stateByHistory(await office.types(id))).toEqual({
      decision,
      execution,
    });
  }

  for (const { requestId, phase, approvers } of world.ran) {
    if (phase !== 'execute') continue;
    const { requester } = model.requests.find(({ id }) => id === requestId)!;
    expect(new Set(approvers).size).toBeGreaterThanOrEqual(NEEDED);
    expect(approvers).not.toContain(`user:default/${requester}`);
  }

  const held = await knex('requests_resources')
    .where({ held: true })
    .select('resource_ref');
  const resources = held.map(row => row.resource_ref);
  expect(new Set(resources).size).toBe(resources.length);
  const expected = model.requests
    .filter(holds)
    .map(({ name }) => `note:${name}`);
  expect(resources.sort()).toEqual(expected.sort());

  for (const [name, text] of model.notes) {
    expect(await world.read(`${name}.txt`)).toBe(text);
  }
}

function stateByHistory(types: string[]): {
  decision: Decision;
  execution: Execution;
} {
  let decision: Decision = 'draft';
  let execution: Execution = 'none';
  const to = (next: Decision, then: Execution = 'none') => {
    decision = next;
    execution = then;
  };
  for (const type of types) {
    switch (type) {
      case 'submitted':
      case 'approval-lapsed':
        to('pending');
        break;
      case 'revised':
      case 'replanned':
        if ((decision as Decision) !== 'draft') to('pending');
        break;
      case 'approved':
        to('approved', 'queued');
        break;
      case 'retried':
        execution = 'queued';
        break;
      case 'discarded':
        to('cancelled');
        break;
      case 'cancelled':
        if ((decision as Decision) === 'approved') execution = 'compensated';
        else to('cancelled');
        break;
      case 'rejected':
      case 'expired':
      case 'changes-requested':
        to(type);
        break;
      case 'succeeded':
      case 'failed':
      case 'partially-applied':
        execution = type;
        break;
      default:
    }
  }
  return { decision, execution };
}

const pick = fc.nat({ max: 3 });
const text = fc.constantFrom('one', 'two', 'three');
const maker = fc.constantFrom(...MAKERS);
const anybody = fc.constantFrom(...PEOPLE);
const decider = fc.constantFrom(...OWNING, 'rita', 'stan');

const on = (
  Operation: new (at: number, by: string) => Step,
  by: fc.Arbitrary<string>,
) => fc.tuple(pick, by).map(([at, who]) => new Operation(at, who));

const operations: fc.Arbitrary<Step>[] = [
  fc
    .tuple(fc.constantFrom('a', 'b'), text, maker)
    .map(([name, words, by]) => new Create(name, words, by)),
  on(Submit, maker),
  on(Approve, decider),
  on(Reject, decider),
  on(RequestChanges, decider),
  fc
    .tuple(pick, anybody, text)
    .map(([at, by, words]) => new Revise(at, by, words)),
  on(Cancel, anybody),
  on(Discard, anybody),
  on(Retry, anybody),
  fc
    .tuple(pick, fc.constantFrom('prepare' as const, 'tidy' as const))
    .map(([at, step]) => new FailNext(at, step)),
  pick.map(at => new FailNext(at, 'tidy')),
  fc.constantFrom(DAY / 2, DAY, 3 * DAY).map(time => new Pass(time)),
  fc.constantFrom('omar', 'oki').map(name => new MoveOwner(name)),
  fc.constant(new Work()),
  ...Array.from({ length: 12 }, () => pick.map(at => new Proceed(at))),
];

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});

describe.each(databases.eachSupportedId())('lives on %s', databaseId => {
  const folder = createMockDirectory();

  it('go as the model says, with every invariant after every operation', async () => {
    const knex = await databases.init(databaseId);
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.commands(operations, { maxCommands: 100, size: 'max' }),
        async commands => {
          folder.clear();
          const world = new World(folder.path);
          world.rule = OWNERS(NEEDED);
          const office = await Office.create(knex, world);
          office.groups.olga = ['group:default/owners'];
          await empty(knex);
          const model: Model = {
            now: 0,
            requests: [],
            notes: new Map(),
            owners: new Set(OWNING),
          };
          await fc.asyncModelRun(
            () => ({ model, real: { knex, world, office, seen } }),
            commands,
          );
        },
      ),
      { numRuns: RUNS },
    );
    // Random lives that never get anywhere would show nothing.
    expect([...seen]).toEqual(
      expect.arrayContaining([
        'draft',
        'pending',
        'approved',
        'succeeded',
        'partially-applied',
      ]),
    );
  });
});

async function empty(knex: Knex): Promise<void> {
  for (const table of [
    'requests_jobs',
    'requests_outbox',
    'requests_inbox',
    'requests_logs',
    'requests_comments',
    'requests_decisions',
    'requests_steps',
    'requests_events',
    'requests_resources',
    'requests_recused',
    'requests_list',
    'requests',
  ]) {
    await knex(table).delete();
  }
}
