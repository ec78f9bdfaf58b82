// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A process that dies at any boundary of a dispatch: another one takes over, and the receiver does it once.
import { resolve } from 'node:path';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- made for tests, and not published
import {
  GitHubDouble,
  OWNER,
  REPO,
  TOKEN,
} from '../../../../packages/git-host/src/github/__testUtils__/GitHubDouble';
import { ScmIntegrations } from '@backstage/integration';
import { GitHubWorkflows } from '@fairway/git-host';
import {
  createRequestEngine,
  Failpoints,
  type RequestEngine,
} from '@fairway/requests-node';
import type { Knex } from 'knex';
import { REPORT_TOPIC } from '../change/steps/awaitApply';
import { ReportTokens } from '../reports/ReportTokens';
import { HookServer } from './__testUtils__/HookServer';
import { createDispatchKind } from './createDispatchKind';
import { DEFAULT_TERMS } from '../lifetimes/types';
import { DispatchedStore } from './DispatchedStore';
import { readReceivers } from './receivers/readReceivers';
import { Receivers } from './receivers/Receivers';
import { topicTransport } from './transports/topic';
import { webhookTransport } from './transports/webhook';
import { workflowTransport } from './transports/workflow';
import type { DispatchParts } from './types';

jest.setTimeout(120_000);

const PIA = 'user:default/pia';
const WORKFLOW = 'notebook.yaml';
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** What a killed process looks like from inside. */
class Killed extends Error {}

let hook: HookServer;
let double: GitHubDouble;

beforeAll(async () => {
  hook = await new HookServer().start();
  double = await GitHubDouble.create({ 'README.md': { content: 'Ops\n' } });
  double.actions.workflows.set(WORKFLOW, {
    inputs: ['fairway_request'],
    runName: '${{ inputs.fairway_request }}',
  });
});
afterAll(async () => {
  await hook.stop();
  await double.dispose();
});

/** A life of a dispatch under one possible kill. */
class Life {
  now = Date.parse('2026-06-01T10:00:00Z');
  readonly hits = new Set<string>();
  kills = 0;
  readonly store: DispatchedStore;
  readonly #knex: Knex;
  readonly #killAt?: string;

  static async start(killAt?: string): Promise<Life> {
    const knex = await databases.init('SQLITE_3');
    await knex.migrate.latest({
      directory: resolve(__dirname, '../../migrations'),
    });
    return new Life(knex, killAt);
  }

  private constructor(knex: Knex, killAt?: string) {
    this.#knex = knex;
    this.#killAt = killAt;
    this.store = DispatchedStore.create({ knex });
  }

  /** An engine of a process of its own. */
  engine(): Promise<RequestEngine> {
    return createRequestEngine({
      database: this.#knex,
      kinds: [createDispatchKind(this.#parts())],
      people: { refsOf: async ref => [ref], teamsOf: async () => [] },
      clock: () => new Date(this.now),
      logger: mockServices.logger.mock(),
      deliver: async () => {},
      failpoints: Failpoints.of(name => {
        this.hits.add(name);
        if (name !== this.#killAt || this.kills > 0) return;
        this.kills++;
        throw new Killed(name);
      }),
    });
  }

  /** As long as processes die, another one comes after the lease of the last is over. */
  async work(): Promise<void> {
    for (let isKilled = true; isKilled; ) {
      const before = this.kills;
      const { worker } = await this.engine();
      await worker.runDue().catch(error => {
        if (!(error instanceof Killed)) throw error;
      });
      isKilled = this.kills > before;
      if (isKilled) this.now += 31_000;
    }
  }

  /** What gets no answer is tried again; by then it may have been done. */
  async call<T>(run: (engine: RequestEngine) => Promise<T>) {
    try {
      return await run(await this.engine());
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      return run(await this.engine()).catch(refused => {
        if (refused.name !== 'ConflictError') throw refused;
      });
    }
  }

  #parts(): DispatchParts {
    const { host, apiBaseUrl } = double;
    const repoUrl = `${host}?owner=${OWNER}&repo=${REPO}`;
    const config = new ConfigReader({
      integrations: { github: [{ host, apiBaseUrl, token: TOKEN }] },
      selfService: {
        dispatch: {
          hook: { type: 'webhook', allowPrivate: true, url: `${hook.url}/` },
          workflow: { type: 'github-workflow', repoUrl, workflow: WORKFLOW },
        },
      },
    });
    const integrations = ScmIntegrations.fromConfig(config);
    const target = {
      action: 'dispatch.run',
      environment: 'dev',
      service: 'payments-api',
    };
    return {
      // Who may is decided elsewhere; here everybody does, by themselves.
      gate: {
        decide: async ({ userRef }) => ({
          ...{ userRef, environment: 'dev', service: 'payments-api' },
          decision: {
            ...{ decision: 'allow', by: 'all', revision: '1', message: 'Yes' },
            ...{ legs: [], askFor: [], target, targetRef: 'dev/payments-api' },
          },
          deciderRefs: [],
        }),
      },
      ownership: {
        approvalsFor: async () => ({
          ...{ mode: 'auto', by: ['all'], stages: [], environmentOwners: [] },
        }),
        limitsFor: async () => ({
          ...{ decision: 'allow', by: 'none', revision: '1', message: '' },
          ...{ limits: [], askFor: [] },
        }),
      },
      people: {
        requester: async () => ({
          author: { name: 'Pia', email: 'pia@acme.example' },
          groupRefs: ['group:default/payments'],
        }),
      },
      receivers: Receivers.create(readReceivers(config)),
      transports: {
        'github-workflow': workflowTransport({
          workflows: GitHubWorkflows.create({
            ...{ repoUrls: [repoUrl], integrations, secondMs: 1 },
          }),
        }),
        webhook: webhookTransport(),
        'kafka-topic': topicTransport(),
      },
      tokens: ReportTokens.create({
        knex: this.#knex,
        clock: () => new Date(this.now),
      }),
      dispatched: this.store,
      terms: { of: async () => DEFAULT_TERMS },
      rules: { check: async () => {} },
      firstPauseMilliseconds: 5_000,
      held: async () => [],
      urlOf: id => `https://portal.test/${id}`,
      reportUrlOf: async id => `https://portal.test/${id}/report`,
    } as DispatchParts;
  }
}

const pia = {
  actor: { type: 'user' as const, ref: PIA },
  isAdministrator: true,
};

async function live(receiver: string, killAt?: string) {
  hook.calls.length = 0;
  double.actions.runs.length = 0;
  const life = await Life.start(killAt);
  const payload = {
    ...{ receiver, environment: 'dev', service: 'payments-api' },
    resource: 'notes',
  };
  const input = { kind: 'dispatch', payload, idempotencyKey: 'one' };
  const made = await life.call(({ service }) => service.create(input, pia));
  const { id } = made!.request;
  await life.call(({ service }) => service.submit(id, pia));
  await life.work();
  // It is done over there, and told.
  if (receiver === 'workflow') {
    // The run that a lost answer left open is looked for until it is in the list.
    life.now += 61_000;
    await life.work();
    for (const run of double.actions.runs) {
      double.actions.complete(run, 'success');
    }
  } else {
    const { service } = await life.engine();
    await service.deliver(id, {
      id: 'report-1',
      topic: REPORT_TOPIC,
      data: { status: 'succeeded', attempt: 1, entity: { type: 'notebook' } },
    });
  }
  life.now += 61_000;
  await life.work();
  const { service } = await life.engine();
  const { execution, steps } = await service.get(id, pia);
  const keys = hook.calls.map(({ headers }) => headers['idempotency-key']);
  const outcome = {
    execution,
    steps: steps.map(step => `${step.id} ${step.status}`),
    // A receiver drops by the key what comes twice.
    told: [...new Set(keys)].map(key => key === `${id}.1`),
    runs: double.actions.runs.length,
    entities: (await life.store.list()).map(({ resource }) => resource),
    chain: (await service.verify(pia)).ok,
  };
  return { life, outcome };
}

describe.each(['hook', 'workflow'])(
  'a kill at every failpoint: %s',
  receiver => {
    it('changes no outcome', async () => {
      const undisturbed = await live(receiver);
      const isHook = receiver === 'hook';
      expect(undisturbed.outcome).toEqual({
        execution: 'succeeded',
        steps: ['trigger done', 'follow done', 'verify done'],
        told: isHook ? [true] : [],
        runs: isHook ? 0 : 1,
        entities: ['notes'],
        chain: true,
      });
      const places = [...undisturbed.life.hits];
      expect(places).toEqual(
        expect.arrayContaining([
          'dispatch.execute.trigger.ran',
          'dispatch.execute.follow.ran',
          'dispatch.execute.verify.recorded',
        ]),
      );
      for (const killAt of places) {
        const { life, outcome } = await live(receiver, killAt);
        expect({ killAt, kills: life.kills, ...outcome }).toEqual({
          ...{ killAt, kills: 1, ...undisturbed.outcome },
        });
      }
    });
  },
);
