// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Two replicas on one database and one set of repositories, and a third that has loaded its code and steps in when one is
// killed. Callers do what a load balancer and a patient person do: no answer means that the other replica is asked.
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { createWorld, type RequestDetail, waitFor, type World } from './inside';
import { EVERYBODY } from './people';
import { type Answer, type Instruction, person, Replica } from './Replica';

/** The same repository again, whose pipeline reports. */
export const REPORTED = 'local?owner=edge&repo=infrastructure-live';
export const WEBHOOK_SECRET = 'only-the-host-knows';
/** Longer than a busy machine lets a process wait for its turn. */
const LEASE = { milliseconds: 2_000 };
/** Far below the lease; each look costs both cores. */
const POLL = { milliseconds: 300 };
const RETRY_PAUSE = { milliseconds: 200 };
/** With two busy cores and a replica that is just starting. */
const WITHIN = 60_000;

export type Request = RequestDetail & { outputs: JsonObject };

export class Cluster {
  readonly world: World;
  readonly knex: Knex;
  readonly #config: JsonObject;
  #replicas: Replica[] = [];
  #spare: Replica;
  #completing: Promise<void> = Promise.resolve();
  #isOut = false;
  #offset = 0;
  #people: Entity[] = EVERYBODY;
  #death: Instruction | undefined;
  #orders = 0;
  #calls = 0;
  /** Processes that were started. */
  starts = 0;

  static async create(knex: Knex): Promise<Cluster> {
    const world = await createWorld();
    await cp(join(world.root, 'acme'), join(world.root, 'edge'), {
      recursive: true,
    });
    const cluster = new Cluster(knex, world);
    await cluster.complete();
    return cluster;
  }

  private constructor(knex: Knex, world: World) {
    this.knex = knex;
    this.world = world;
    const { connection } = knex.client.config;
    const { selfService, ...config } = world.config as Record<
      string,
      JsonObject
    >;
    this.#config = {
      ...config,
      backend: {
        database: {
          client: 'pg',
          pluginDivisionMode: 'schema',
          // The password is hidden from JSON.
          connection: { ...connection, password: connection.password },
        },
      },
      events: {
        modules: { github: { webhookSecret: WEBHOOK_SECRET } },
      },
      selfService: {
        ...selfService,
        repositories: [
          ...(selfService.repositories as JsonObject[]),
          { repoUrl: REPORTED, apply: 'report' },
        ],
        worker: { lease: LEASE, poll: POLL, retryPause: RETRY_PAUSE },
      },
    };
    this.#spare = this.#load();
  }

  #load(): Replica {
    this.starts++;
    return Replica.spawn({ compileCache: join(this.world.root, 'compiled') });
  }

  /** Brings it back to two replicas. */
  complete(): Promise<void> {
    this.#isOut = false;
    const own = this.#completing.then(() => this.#fill());
    // One that did not start is started again by the next who asks.
    this.#completing = own.catch(() => {});
    return own;
  }

  async #fill(): Promise<void> {
    this.#replicas = this.#replicas.filter(({ isAlive }) => isAlive);
    const options = {
      config: this.#config,
      instructions: [
        { what: 'clock', offset: this.#offset },
        { what: 'people', people: this.#people },
        ...(this.#death ? [this.#death] : []),
      ] as Instruction[],
    };
    while (this.#replicas.length < 2) {
      const next = this.#spare;
      this.#spare = this.#load();
      const started = await next.start(options);
      this.#replicas.push(started);
      // It may have been set while this one started, and this one may have died where it was told to.
      await started
        .follow({ what: 'clock', offset: this.#offset })
        .catch(() => {});
    }
  }

  async restart(): Promise<void> {
    await Promise.all(this.alive.map(replica => replica.kill()));
    await this.complete();
  }

  get alive(): Replica[] {
    return this.#replicas.filter(({ isAlive }) => isAlive);
  }

  /** Both replicas die at the failpoint, though only the first that comes there does. Answers who did so far. */
  async dieAt(failpoint: string): Promise<() => Promise<string | undefined>> {
    const marker = join(this.world.root, `killed-${this.#orders++}`);
    this.#death = { what: 'die', at: failpoint, marker };
    await this.#tell(this.#death);
    // Whoever supervises them starts another one at once.
    Promise.race(this.alive.map(({ ended }) => ended))
      .then(() => (this.#isOut ? undefined : this.complete()))
      .catch(() => {});
    return () =>
      readFile(marker, 'utf8').then(
        text => text.trim(),
        () => undefined,
      );
  }

  /** Everything is down until `complete`: one dies by itself while it does what is asked, the other one before. */
  async outage(
    failpoint: string,
    ask: (last: Replica) => Promise<unknown>,
  ): Promise<void> {
    this.#isOut = true;
    const [last, ...others] = this.alive;
    await Promise.all(others.map(other => other.kill()));
    const meant = this.#death;
    await this.dieAt(failpoint);
    await ask(last);
    await last.ended;
    this.#death = meant;
  }

  /** Moves the clocks of all replicas, or of one. */
  async moveClock(milliseconds: number, only?: Replica): Promise<void> {
    const offset = this.#offset + milliseconds;
    if (only) return only.follow({ what: 'clock', offset });
    this.#offset = offset;
    return this.#tell({ what: 'clock', offset });
  }

  /** As replicas that start from now on see them; what runs already may have read them a moment ago. */
  setPeople(people: Entity[]): void {
    this.#people = people;
  }

  /** Nobody dies any more. */
  async spare(): Promise<void> {
    this.#death = undefined;
    await this.#tell({ what: 'die', at: '', marker: '' });
  }

  async #tell(instruction: Instruction): Promise<void> {
    await Promise.all(
      this.alive.map(replica =>
        replica.follow(instruction).catch(error => {
          // It came to where it was to die before it could answer; whoever steps in knows the instruction.
          if (!replica.wasKilled) throw error;
        }),
      ),
    );
  }

  /** Each call goes to another replica than the one before; undefined where that one died before it answered. */
  async try(
    who: string | Record<string, string>,
    method: string,
    path: string,
    body?: object | string,
  ): Promise<Answer | undefined> {
    const headers = typeof who === 'string' ? person(who) : who;
    const { alive } = this;
    const replica = alive[this.#calls++ % alive.length];
    if (replica) return replica.call(method, path, { headers, body });
    await this.complete();
    return undefined;
  }

  /** Asks until there is an answer. */
  async call(...call: Parameters<Cluster['try']>): Promise<Answer> {
    for (;;) {
      const answer = await this.try(...call);
      if (answer) return answer;
    }
  }

  async see(id: string): Promise<Request> {
    const { body, status } = await this.call(
      'pam',
      'GET',
      `self-service/requests/${id}`,
    );
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body;
  }

  /** Resolves when the request is as asked. */
  async until(
    id: string,
    reached: (request: Request) => boolean,
  ): Promise<Request> {
    let seen: Request | undefined;
    try {
      return await waitFor(
        async () => {
          seen = await this.see(id);
          return reached(seen) && seen;
        },
        { within: WITHIN },
      );
    } catch (error) {
      const { decision, execution, steps, failure } = seen ?? ({} as Request);
      throw new Error(
        `${(error as Error).message}\nLast seen: ${JSON.stringify(
          { decision, execution, steps, failure },
          undefined,
          1,
        )}\n${this.#replicas.map(({ said }) => said).join('\n')}`,
      );
    }
  }

  /** What both replicas wrote last. */
  get said(): string {
    return this.#replicas.map(({ said }) => said).join('\n---\n');
  }

  async stop(): Promise<void> {
    const all = [this.#spare, ...this.#replicas];
    await Promise.all(all.map(replica => replica.kill()));
    await this.world.remove();
  }
}
