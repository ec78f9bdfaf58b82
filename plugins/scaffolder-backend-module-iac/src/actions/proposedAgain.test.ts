// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { newTask } from '../__testUtils__/runAction';
import { DEV, LIVE } from '../__testUtils__/repositories';
import { useActions } from '../__testUtils__/useActions';
import { createBeginChangeAction } from './createBeginChangeAction';
import { createHclEditAction } from './createHclEditAction';
import { createProposeChangeAction } from './createProposeChangeAction';

jest.setTimeout(60_000);

const UNIT = `${DEV}/orders-db/terragrunt.hcl`;
const size = (value: string) => ({
  path: UNIT,
  edits: [{ op: 'set', at: ['inputs', 'instance_size'], value }],
});
const WISHES = {
  labels: ['database'],
  reviewers: [],
  lifetime: 'P14D',
  autoMerge: true,
};

const at = useActions(parts => ({
  begin: createBeginChangeAction(parts),
  hcl: createHclEditAction(parts),
  propose: createProposeChangeAction(parts),
}));

const titled = (more: object = {}) => ({
  repoUrl: LIVE,
  title: 'Change it',
  submit: 'now',
  ...more,
});

describe('a change that has ended', () => {
  it('is asked for again under a name of its own, with the wishes that it had', async () => {
    await at.task.run(at.begin, { repoUrl: LIVE, paths: [UNIT] });
    await at.task.run(at.hcl, size('large'));
    const first = await at.task.run(at.propose, titled(WISHES));
    const ended = String(first.requestId);
    const requests = 'self-service/requests';
    const { status } = await at.world.post(
      'pia',
      `${requests}/${ended}/cancel`,
      {},
    );
    expect(status).toBe(200);

    const again = await newTask();
    await again.run(at.begin, { repoUrl: LIVE, changeId: ended });
    await again.run(at.hcl, size('medium'));
    await expect(
      again.run(at.propose, titled({ onClosed: 'fail' })),
    ).rejects.toMatchObject({ code: 'change-ended' });
    const reopened = await again.run(
      at.propose,
      titled({ ...WISHES, onClosed: 'reopen' }),
    );
    expect(reopened).toMatchObject({
      action: 'reopened',
      requestId: expect.not.stringMatching(ended),
      pullRequestNumber: expect.any(Number),
    });
    const dry = await at.world.post('pia', `${requests}/preview`, {
      kind: 'change',
      requestId: reopened.requestId,
      payload: { repoUrl: LIVE, files: [] },
    });
    expect(dry.status).toBe(400);
    const [pull] = (
      await at.world.git('for-each-ref', '--format=%(refname)', 'refs/fairway/')
    )
      .split('\n')
      .filter(name => name.endsWith(`/${reopened.pullRequestNumber}`));
    const kept = JSON.parse(await at.world.git('cat-file', '-p', pull));
    expect(JSON.stringify(kept)).toContain(`/self-service/requests/${ended}`);
    expect(JSON.stringify(kept)).toContain('"labels":["database"]');
    await again.remove();
  });

  it('is another change when only what it wishes is another', async () => {
    await at.task.run(at.begin, { repoUrl: LIVE, paths: [UNIT] });
    await at.task.run(at.hcl, size('large'));
    const input = titled({ submit: 'review' });
    const first = await at.task.run(at.propose, input);
    for (const [lifetime, action] of [
      ['P1D', 'updated'],
      ['P1D', 'unchanged'],
    ]) {
      const again = await newTask();
      await again.run(at.begin, { repoUrl: LIVE, changeId: first.requestId });
      expect(await again.run(at.propose, { ...input, lifetime })).toMatchObject(
        { action, requestId: first.requestId },
      );
      await again.remove();
    }
  });
});
