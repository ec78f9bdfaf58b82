// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What holds an end back, or lets it go no further: the module's maximum, a freeze.
import { readFile, writeFile } from 'node:fs/promises';
import { codeOf, person } from '../__testUtils__/portal';
import { waitFor } from '../__testUtils__/waitFor';
import { DEV, LIVE, unit } from '../__testUtils__/world';
import { DAY, HOUR, portalOfEnds, until } from './__testUtils__/portalOfEnds';

jest.setTimeout(120_000);

const { portal, round, get, goOn, extend, order, removalOf } = portalOfEnds();

describe('an end', () => {
  it('asks for an approval beyond the maximum, and ends later once it is given', async () => {
    const { id, lifetime } = await order('try-longer');
    expect(Date.parse(lifetime!.maximumAt!)).toBe(
      Date.parse(lifetime!.expiresAt) + 16 * DAY,
    );
    const moment = Date.parse(lifetime!.expiresAt) + 60 * DAY;
    const asked = await extend(id, { until: until(moment) });
    expect(asked.status).toBe(202);
    expect(asked.body.resource.lifetime.expiresAt).toBe(lifetime!.expiresAt);
    const again = await extend(id, { until: until(moment) });
    expect(again.body.request).toEqual(asked.body.request);

    const request = await portal().until(asked.body.request.id, () => true);
    expect(request).toMatchObject({ kind: 'lifetime', decision: 'pending' });
    expect(codeOf(await portal().approve(request, 'paul'))).toMatch(
      /^approver-/,
    );
    await portal().approve(request);
    await portal().until(
      request.id,
      ({ execution }) => execution === 'succeeded',
    );
    const extended = await get(id);
    expect(extended.lifetime?.expiresAt).toBe(until(moment));
    expect(extended.history[0]).toMatchObject({
      type: 'extended',
      actorRef: 'user:default/paul',
      requestId: request.id,
    });
  });

  it('is not longer than its module allows, nor endless by a later change', async () => {
    const path = `${DEV}/try-limits/terragrunt.hcl`;
    const ask = (lifetime?: string, content = unit()) =>
      portal().send('post', '/requests/preview', {
        as: person('pia'),
        body: {
          kind: 'change',
          payload: {
            repoUrl: LIVE,
            files: [{ path, content }],
            ...(lifetime && { lifetime }),
          },
        },
      });
    const refused = await ask('P31D');
    expect(codeOf(refused)).toBe('lifetime-too-long');
    expect(refused.body.error.message).toMatch(
      /P31D, and the module "[^"]+" allows P30D at most/,
    );

    const { id, lifetime } = await order('try-limits', { lifetime: 'P3D' });
    const second = await portal().open(
      'paul',
      [{ path, content: unit({ inputs: '  name = "larger"\n' }) }],
      { onExists: 'replace' },
    );
    await portal().approve(second);
    await portal().until(
      second.id,
      ({ execution }) => execution === 'succeeded',
    );
    expect((await get(id)).lifetime).toEqual(lifetime);
  });

  it('waits for the end of a freeze, and says so', async () => {
    const { policy } = portal().world.config.ownership as {
      policy: { file: string };
    };
    const thawed = await readFile(policy.file, 'utf8');
    const { id } = await order('try-frozen', {
      by: 'nia',
      module: 'network',
      lifetime: 'P1D',
    });
    await writeFile(
      policy.file,
      thawed.replace(
        'approvals:\n',
        `  - { id: freeze, effect: deny, to: [everyone], actions: [service.destroy], in: [dev], on: ['service:*'], when: { attr: time.now, between: ['2020-01-01T00:00:00Z', '2200-01-01T00:00:00Z'] }, why: Nothing is removed in these days. }\napprovals:\n`,
      ),
    );
    const mayRemove = async () => {
      const { status } = await portal().send('post', '/requests/preview', {
        as: person('nia'),
        body: {
          kind: 'change',
          payload: {
            repoUrl: LIVE,
            files: [{ path: `${DEV}/try-frozen/terragrunt.hcl`, delete: true }],
          },
        },
      });
      return status === 200;
    };
    await waitFor(async () => !(await mayRemove()), { within: 60_000 });
    await goOn(1.5 * DAY);
    await goOn(DAY + 1_000);
    await round();
    await goOn(HOUR);
    const waiting = await get(id, 'nia');
    expect(waiting.lifetime).toMatchObject({
      heldBackBecause: expect.stringContaining(
        'Nothing is removed in these days',
      ),
    });
    expect(waiting.lifetime!.removalRequestId).toBeUndefined();
    expect(
      waiting.history.filter(({ type }) => type === 'held-back'),
    ).toHaveLength(1);

    await writeFile(policy.file, thawed);
    await waitFor(mayRemove, { within: 60_000 });
    await goOn(HOUR);
    const removal = await removalOf(id);
    expect(removal).toMatchObject({
      decision: 'pending',
      requesterRef: 'user:default/nia',
    });
    expect((await get(id, 'nia')).lifetime?.heldBackBecause).toBeUndefined();
  });
});
