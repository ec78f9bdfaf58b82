// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Lives of a change that together come by every place at which a process can die.
import { REPORTED } from './Cluster';
import { unit } from './inside';
import { afterLeaving, EVERYBODY } from './people';
import { pushed, report } from './messages';
import { Scene } from './Scene';

const DAY = 86_400_000;

export interface Life {
  /** Beginnings of the names of the failpoints that it comes by. */
  comesBy: string[];
  repoUrl?: string;
  live(scene: Scene): Promise<unknown>;
}

export const LIVES: Record<string, Life> = {
  'approved, merged, verified': {
    comesBy: [
      'request.create.',
      'request.submit.',
      'request.approve.',
      'change.submit.',
      'change.execute.',
    ],
    async live(scene) {
      await scene.submit();
      await scene.approve();
      await scene.succeeded();
    },
  },
  discarded: {
    comesBy: ['request.discard.'],
    async live(scene) {
      await scene.draft();
      await scene.act('pia', 'discard', {
        isDone: ({ decision }) => decision === 'cancelled',
      });
    },
  },
  rejected: {
    comesBy: ['request.reject.', 'change.close.'],
    async live(scene) {
      const { planDigest } = await scene.submit();
      await scene.act('pat', 'reject', {
        body: { planDigest, comment: 'Use the shared one' },
        isDone: ({ decision }) => decision === 'rejected',
      });
      await scene.closed();
    },
  },
  'revised, then approved': {
    comesBy: ['request.request-changes.', 'request.revise.'],
    async live(scene) {
      const { planDigest } = await scene.submit();
      await scene.act('pat', 'request-changes', {
        body: { planDigest, comment: 'Another name, please' },
        isDone: ({ decision }) => decision === 'changes-requested',
      });
      await scene.revise('second');
      await scene.submitted();
      await scene.approve();
      await scene.succeeded();
    },
  },
  'pushed to by a person': {
    comesBy: ['request.replan.'],
    async live(scene) {
      const { outputs } = await scene.submit();
      const branch = outputs.branch as string;
      await scene.push(branch, unit({ inputs: '  name = "hers"\n' }));
      // Sent again until somebody has heard it.
      while ((await scene.see()).revision === 1) {
        const { headers, body } = pushed(branch);
        await scene.cluster.try(headers, 'POST', 'events/http/github', body);
      }
      await scene.approve();
      await scene.succeeded();
    },
  },
  'reminded, then expired': {
    comesBy: ['request.remind.', 'request.expire.'],
    async live(scene) {
      await scene.submit();
      await scene.cluster.moveClock(DAY + 60_000);
      await scene.told('reminded');
      await scene.cluster.moveClock(2 * DAY);
      await scene.closed();
    },
  },
  'cancelled after the approval': {
    comesBy: ['request.cancel.', 'change.compensate.'],
    async live(scene) {
      const letGo = await scene.approvedWhileHeld();
      await scene.act('pia', 'cancel', {
        isDone: ({ execution }) => execution === 'compensated',
      });
      await letGo();
      await scene.closed('compensate');
    },
  },
  'failed in the pipeline, tried again': {
    comesBy: ['request.retry.'],
    repoUrl: REPORTED,
    async live(scene) {
      const { cluster, id } = scene;
      await scene.submit();
      await scene.approve();
      await scene.until(({ execution }) => execution === 'waiting');
      await report(cluster, scene.id, {
        status: 'failed',
        reportId: `1-${id}`,
      });
      await scene.until(({ failure }) => failure !== undefined);
      await scene.act('pia', 'retry', {
        isDone: ({ failure }) => failure === undefined,
      });
      await scene.until(({ execution }) => execution === 'waiting');
      await report(cluster, scene.id, { status: 'succeeded', reportId: '2' });
      await scene.succeeded();
    },
  },
  'pushed to while nothing ran': {
    comesBy: ['request.supersede.'],
    async live(scene) {
      const { outputs } = await scene.approvedBeforeOutage();
      const content = unit({ inputs: '  name = "hers"\n' });
      await scene.push(outputs.branch as string, content);
      await scene.cluster.complete();
      await scene.until(
        ({ decision, revision }) => decision === 'pending' && revision === 2,
      );
      await scene.submitted();
      await scene.approve();
      await scene.succeeded();
    },
  },
  'pushed to while nothing ran, and the merge had begun': {
    comesBy: [],
    async live(scene) {
      const { outputs } = await scene.approvedBeforeOutage(
        'change.execute.merge.before',
      );
      const content = unit({ inputs: '  name = "hers"\n' });
      await scene.push(outputs.branch as string, content);
      await scene.cluster.complete();
      await scene.until(
        ({ decision, revision }) => decision === 'pending' && revision === 2,
      );
      await scene.submitted();
      await scene.approve();
      await scene.succeeded();
    },
  },
  'left by its approver while nothing ran': {
    comesBy: ['request.lapse.'],
    async live(scene) {
      await scene.approvedBeforeOutage();
      scene.cluster.setPeople(afterLeaving('pat'));
      await scene.cluster.complete();
      await scene.until(({ decision }) => decision === 'pending');
      await scene.approve('pam');
      await scene.succeeded();
      scene.cluster.setPeople(EVERYBODY);
      await scene.cluster.restart();
    },
  },
};
