// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ApprovalRule } from '@fairway/requests-common';
import { z } from 'zod';
import type { RequestKind, Step, StepContext, StepResult } from '../../types';

export type NotePayload = {
  name: string;
  text: string;
  secret?: string;
};
export const NOTE: NotePayload = { name: 'hello', text: 'Hello' };
export type NotePlan = { path: string; before?: string; after: string };
type NoteContext = StepContext<NotePayload, NotePlan>;

/** Two people of the owners, or what a test says. */
export const OWNERS = (count = 1): ApprovalRule => ({
  mode: 'stages',
  by: ['notes-owners'],
  stages: [
    {
      id: 'owners',
      from: ['group:default/owners'],
      count,
      rejectAfter: 1,
      decideWithin: 'P2D',
      remindAfter: 'P1D',
    },
  ],
});

/**
 * A folder of notes, and the kind of request that changes it: proposes beside the note, waits for a word of the folder
 * where it is told to, writes the note, and reads it back.
 */
export class World {
  readonly folder: string;
  rule: ApprovalRule = OWNERS();
  /** The requester may not any more. */
  refused = false;
  /** Somebody else has written the note. */
  doneByOthers = false;
  /** Every run of a step, with whoever approved by then. */
  readonly ran: {
    requestId: string;
    phase: string;
    step: string;
    approvers: string[];
  }[] = [];
  /** The step of a request that fails, until it is taken out. */
  readonly failing = new Map<string, string>();
  /** What a step does instead of its work, once each. */
  readonly instead = new Map<
    string,
    ((context: NoteContext) => Promise<StepResult> | StepResult)[]
  >();

  constructor(folder: string) {
    this.folder = folder;
  }

  path(...names: string[]): string {
    return join(this.folder, ...names);
  }

  async read(...names: string[]): Promise<string | undefined> {
    const path = this.path(...names);
    const exists = await access(path).then(
      () => true,
      () => false,
    );
    return exists ? readFile(path, 'utf8') : undefined;
  }

  async write(name: string, text: string): Promise<void> {
    await mkdir(this.path('proposals'), { recursive: true });
    await writeFile(this.path(name), text);
  }

  /** The next run of a step does this. */
  once(
    step: string,
    run: (context: NoteContext) => Promise<StepResult> | StepResult,
  ): void {
    this.instead.set(step, [...(this.instead.get(step) ?? []), run]);
  }

  runs(requestId: string): string[] {
    return this.ran
      .filter(each => each.requestId === requestId)
      .map(({ phase, step }) => `${phase}.${step}`);
  }

  readonly kind: RequestKind<NotePayload, NotePlan> = {
    kind: 'note',
    schema: z.object({
      name: z.string().regex(/^[a-z]+$/),
      text: z.string(),
      secret: z.string().optional(),
    }),
    plan: async ({ name, text }, { requesterRef }) => {
      if (this.refused) {
        const error = new Error(`"${requesterRef}" may not write notes.`);
        throw Object.assign(error, {
          name: 'NotAllowedError',
          code: 'note-refused',
        });
      }
      const before = await this.read(`${name}.txt`);
      const fields = [{ path: name, before, after: text }];
      return {
        plan: { path: `${name}.txt`, before, after: text },
        view: JSON.parse(JSON.stringify({ fields })),
        operation: before === undefined ? 'create' : 'update',
        title: `Write the note ${name}`,
        resourceRefs: [`note:${name}`],
        environmentRef: 'dev',
        ownerRef: 'group:default/owners',
        risks: [],
        checks: [],
      };
    },
    approval: async () => this.rule,
    onSubmit: plan => [
      this.#step('submit', 'propose', async ({ request }) => {
        await mkdir(this.path('proposals'), { recursive: true });
        await writeFile(this.path('proposals', request.id), plan.after);
        return { status: 'done', outputs: { proposal: request.id } };
      }),
    ],
    steps: plan => [
      this.#step('execute', 'prepare', async () => ({
        status: 'done',
        outputs: { prepared: true },
      })),
      {
        ...this.#step('execute', 'write', async () => {
          await this.write(plan.path, plan.after);
          return { status: 'done', statusLabel: 'written' };
        }),
        irreversible: true,
        isDone: async () => this.doneByOthers,
      },
      this.#step('execute', 'tidy', async ({ request }) => {
        await rm(this.path('proposals', request.id), { force: true });
        return { status: 'done' };
      }),
    ],
    verify: async context => {
      const { plan } = context;
      const [instead] = this.instead.get('verify')?.splice(0, 1) ?? [];
      this.#note(context, 'execute', 'verify');
      if (instead) return instead(context);
      const text = await this.read(plan.path);
      return text === plan.after
        ? { status: 'done', summary: `${plan.path} is written` }
        : {
            status: 'failed',
            code: 'note-differs',
            message: `"${plan.path}" has another text.`,
            retryable: true,
          };
    },
    onClosed: () => [
      this.#step('close', 'withdraw', async ({ request }) => {
        await rm(this.path('proposals', request.id), { force: true });
        return { status: 'done' };
      }),
    ],
    compensate: () => [
      this.#step('compensate', 'undo', async ({ request }) => {
        await rm(this.path('proposals', request.id), { force: true });
        return { status: 'done' };
      }),
    ],
    redact: ({ secret, ...payload }) =>
      secret === undefined ? payload : { ...payload, secret: '(kept)' },
  };

  #step(
    phase: string,
    id: string,
    run: (context: NoteContext) => Promise<StepResult>,
  ): Step<NotePayload, NotePlan> {
    return {
      id,
      title: id,
      run: async context => {
        const [instead] = this.instead.get(id)?.splice(0, 1) ?? [];
        this.#note(context, phase, id);
        if (this.failing.get(context.request.id) === id) {
          return {
            status: 'failed',
            code: 'told-to-fail',
            message: 'It was told to fail.',
            retryable: true,
          };
        }
        return instead ? instead(context) : run(context);
      },
    };
  }

  #note(context: NoteContext, phase: string, step: string): void {
    const { id: requestId, decisions } = context.request;
    const approvers = decisions
      .filter(({ verdict }) => verdict === 'approved')
      .map(({ approverRef }) => approverRef);
    this.ran.push({ requestId, phase, step, approvers });
  }
}
