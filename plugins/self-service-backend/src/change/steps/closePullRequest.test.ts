// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { parseRepoUrl } from '@fairway/git-host';
import {
  type ChangeDetail,
  person,
  type Portal,
  startPortal,
} from '../../__testUtils__/portal';
import { DEV, LIVE, unit } from '../../__testUtils__/world';

jest.setTimeout(60_000);

let portal: Portal;

beforeAll(async () => {
  portal = await startPortal();
});

afterAll(() => portal.stop());

const closed = ({ steps }: ChangeDetail) => {
  const own = steps.filter(({ phase }) => phase === 'close');
  return own.length > 0 && own.every(({ status }) => status === 'done');
};

describe('the end of a change that was not approved', () => {
  it('says so when a person merged it on the host before it could be closed', async () => {
    const path = `${DEV}/merged-meanwhile/terragrunt.hcl`;
    const request = await portal.open('pia', [{ path, content: unit() }]);
    const { branch, headSha, pullRequestNumber: number } = request.outputs;
    const { host, git } = portal.world;
    const { mergeSha } = await host.mergeChange(parseRepoUrl(LIVE), {
      number: number!,
      headSha: headSha!,
      message: 'By the back door',
      trailers: [],
      author: { name: 'Mallory', email: 'mallory@acme.example' },
    });
    const { status } = await portal.send(
      'post',
      `/requests/${request.id}/cancel`,
      { as: person('pia'), body: { comment: 'Not needed' } },
    );
    expect(status).toBe(200);

    const ended = await portal.until(request.id, closed);
    expect(ended.decision).toBe('cancelled');
    expect(ended.summary).toBe(
      `Pull request ${number} was merged on the host before it could be closed; ask for a change that takes it back.`,
    );
    // What is merged is left as it is, and the branch was the portal's own.
    expect((await git('rev-parse', 'main')).trim()).toBe(mergeSha);
    expect(await portal.world.branches()).not.toContain(branch);
  });

  it('leaves alone what a person closed there', async () => {
    const path = `${DEV}/closed-meanwhile/terragrunt.hcl`;
    const request = await portal.open('pia', [{ path, content: unit() }]);
    const { branch, pullRequestNumber: number } = request.outputs;
    await portal.world.host.closeChange(parseRepoUrl(LIVE), {
      number: number!,
    });
    await portal.send('post', `/requests/${request.id}/cancel`, {
      as: person('pia'),
      body: { comment: 'Not needed' },
    });
    const { steps } = await portal.until(request.id, closed);
    const [close, remove] = steps.filter(({ phase }) => phase === 'close');
    expect([close.status, remove.status]).toEqual(['done', 'done']);
    expect(await portal.world.branches()).not.toContain(branch);
  });
});
