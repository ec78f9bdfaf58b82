// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// One request, and what everybody does to it. People who get no answer look whether it was done before they try again.
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DEV, LIVE, pusher, unit, waitFor } from './inside';
import { type Cluster, REPORTED, type Request } from './Cluster';
import { person, type Replica } from './Replica';

/** What came of a request, in the engine and on the host. */
export type Outcome = Awaited<ReturnType<Scene['outcome']>>;

let scenes = 0;

export class Scene {
  readonly cluster: Cluster;
  readonly #repoUrl: string;
  /** The repository's folder. */
  readonly gitDir: string;
  readonly #name = `db-${scenes++}`;
  #pullRequests = 0;
  id = '';

  static async create(
    cluster: Cluster,
    options: { repoUrl?: string } = {},
  ): Promise<Scene> {
    const scene = new Scene(cluster, options.repoUrl ?? LIVE);
    scene.#pullRequests = (await scene.#pulls()).length;
    return scene;
  }

  private constructor(cluster: Cluster, repoUrl: string) {
    this.cluster = cluster;
    this.#repoUrl = repoUrl;
    const owner = repoUrl === REPORTED ? 'edge' : 'acme';
    this.gitDir = join(cluster.world.root, owner, 'infrastructure-live.git');
  }

  get path(): string {
    return `${DEV}/${this.#name}/terragrunt.hcl`;
  }

  payload(name = 'first') {
    const content = unit({ inputs: `  name = "${name}"\n` });
    return { repoUrl: this.#repoUrl, files: [{ path: this.path, content }] };
  }

  async draft(): Promise<Request> {
    const { status, body } = await this.cluster.call(
      'pia',
      'POST',
      'self-service/requests',
      {
        kind: 'change',
        idempotencyKey: this.#name,
        payload: this.payload(),
      },
    );
    if (status >= 300) throw new Error(JSON.stringify(body));
    this.id = body.request.id;
    return body.request;
  }

  /** Until its pull request is open. */
  async submit(): Promise<Request> {
    await this.draft();
    await this.act('pia', 'submit', {
      isDone: ({ decision }) => decision !== 'draft',
    });
    return this.submitted();
  }

  /** All steps of the submission are done. */
  submitted(): Promise<Request> {
    return this.until(
      ({ steps }) =>
        steps.length > 0 &&
        steps.every(
          ({ phase, status }) => phase !== 'submit' || status === 'done',
        ),
    );
  }

  async approve(name = 'pat'): Promise<void> {
    const { planDigest, revision } = await this.see();
    await this.act(name, 'approve', {
      body: { planDigest },
      isDone: now => now.decision === 'approved' || now.revision !== revision,
    });
  }

  async act(
    name: string,
    action: string,
    options: { body?: object; isDone: (request: Request) => boolean },
  ): Promise<void> {
    const { body = {}, isDone } = options;
    const path = `self-service/requests/${this.id}/${action}`;
    for (;;) {
      const answer = await this.cluster.try(name, 'POST', path, body);
      if (answer && answer.status < 300) return;
      if (answer) {
        throw new Error(`${action}: ${JSON.stringify(answer.body)}`);
      }
      if (isDone(await this.see())) return;
    }
  }

  /** Asks one replica alone. */
  async ask(replica: Replica, name: string, action: string, body: object = {}) {
    return replica.call('POST', `self-service/requests/${this.id}/${action}`, {
      headers: person(name),
      body,
    });
  }

  see(): Promise<Request> {
    return this.cluster.see(this.id);
  }

  until(reached: (request: Request) => boolean): Promise<Request> {
    return this.cluster.until(this.id, reached);
  }

  succeeded(): Promise<Request> {
    return this.until(({ execution }) => execution === 'succeeded');
  }

  /** Everything that was made for it is taken back. */
  closed(phase: 'close' | 'compensate' = 'close'): Promise<Request> {
    return this.until(({ steps }) => {
      const rows = steps.filter(step => step.phase === phase);
      return rows.length > 0 && rows.every(({ status }) => status === 'done');
    });
  }

  async events(): Promise<{ type: string; data: Record<string, unknown> }[]> {
    const { body } = await this.cluster.call(
      'pam',
      'GET',
      `self-service/requests/${this.id}/events`,
    );
    return (typeof body === 'string' ? JSON.parse(body) : body.items) as never;
  }

  /** Its history has such an event. */
  async told(type: string): Promise<void> {
    await waitFor(
      async () => (await this.events()).some(event => event.type === type),
      { within: 60_000 },
    );
  }

  /** Somebody with a clone. */
  push(branch: string, content: string, by = 'dan'): Promise<string> {
    return pusher(this.gitDir)(branch, { [this.path]: content }, by);
  }

  /** The host does not answer a push to the branch before it is let go: another writer holds the branch. */
  async holdPushes(branch: string): Promise<() => Promise<void>> {
    const lock = join(this.gitDir, 'refs/heads', `${branch}.lock`);
    await mkdir(dirname(lock), { recursive: true });
    await writeFile(lock, '');
    return () => rm(lock, { force: true });
  }

  /** The host is gone. */
  async breakHost(): Promise<() => Promise<void>> {
    await rename(this.gitDir, `${this.gitDir}.away`);
    return async () => {
      // A git that was at work may have made folders anew.
      await rm(this.gitDir, { recursive: true, force: true });
      await rename(`${this.gitDir}.away`, this.gitDir);
    };
  }

  /** A second revision whose push the host holds up, approved meanwhile. Answers how to let it go. */
  async approvedWhileHeld(): Promise<() => Promise<void>> {
    const { outputs } = await this.submit();
    const letGo = await this.holdPushes(outputs.branch as string);
    await this.revise('second');
    await this.approve();
    return letGo;
  }

  /** Approved, and then nothing runs any more; the world goes on. */
  async approvedBeforeOutage(
    failpoint = 'request.approve.committed',
  ): Promise<Request> {
    const submitted = await this.submit();
    const { planDigest } = submitted;
    await this.cluster.outage(failpoint, last =>
      this.ask(last, 'pat', 'approve', { planDigest }),
    );
    return submitted;
  }

  async revise(name: string): Promise<void> {
    const { revision } = await this.see();
    await this.act('pia', 'revise', {
      body: { payload: this.payload(name) },
      isDone: now => now.revision > revision,
    });
  }

  /** The replica that holds the lease of its work, and the other one. */
  async replicas(): Promise<{ worker: Replica; other: Replica }> {
    return waitFor(async () => {
      const row = await this.cluster.knex
        .withSchema('self-service')
        .from('requests_jobs')
        .where({ request_id: this.id })
        .first('lease_owner');
      const owner: string = row?.lease_owner ?? '';
      const { alive } = this.cluster;
      const worker = alive.find(({ pid }) => owner.includes(`-${pid}-`));
      const other = alive.find(replica => replica !== worker);
      return worker && { worker, other: other ?? worker };
    });
  }

  /** Another replica than this one works on it. */
  async takenFrom(replica: Replica): Promise<void> {
    await waitFor(async () => (await this.replicas()).worker !== replica, {
      within: 60_000,
    });
  }

  async #git(...args: string[]): Promise<string[]> {
    const out = await this.cluster.world.git('--git-dir', this.gitDir, ...args);
    return out.split('\n').filter(Boolean);
  }

  #pulls(): Promise<string[]> {
    return this.#git(
      'for-each-ref',
      '--format=%(refname)',
      'refs/fairway/pulls',
    );
  }

  /** What there is now, of the request and of everything that it made. */
  async outcome() {
    const { cluster, id } = this;
    const request = await this.see();
    const { decision, execution, revision, outputs, steps } = request;
    const commits = await this.#git(
      'log',
      '--all',
      '--format=%P',
      '--fixed-strings',
      `--grep=Fairway-Change-Id: ${id}`,
    );
    const parents = commits.map(line => line.split(' ').length);
    const branch = outputs.branch as string | undefined;
    const heads = await this.#git(
      'for-each-ref',
      '--format=%(refname:short)',
      'refs/heads/fairway/',
    );
    const held = await cluster.knex
      .withSchema('self-service')
      .from('requests_resources')
      .where({ number: request.number, held: true });
    const { body: chain } = await cluster.call(
      'pam',
      'GET',
      'self-service/requests/verify',
    );
    const counted = (await this.events())
      .filter(({ type }) => !['step-retrying', 'step-waiting'].includes(type))
      .map(({ type, data }) =>
        data.step ? `${type} ${data.phase}.${data.step}` : type,
      );
    return {
      decision,
      execution,
      revision,
      steps: steps.map(
        ({ phase, id: step, status }) => `${phase}.${step} ${status}`,
      ),
      events: counted.sort(),
      branches: heads.filter(head => head === branch).length,
      pullRequests: (await this.#pulls()).length - this.#pullRequests,
      pushes: parents.filter(count => count === 1).length,
      merges: parents.filter(count => count === 2).length,
      held: held.length,
      chain: chain.ok as boolean,
    };
  }

  async attempts(): Promise<number> {
    const { steps } = await this.see();
    return steps.reduce((sum, { attempt }) => sum + attempt, 0);
  }
}
