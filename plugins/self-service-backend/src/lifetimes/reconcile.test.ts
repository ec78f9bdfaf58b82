// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What is in Git counts, whoever put it there or took it away; and the lists of it.
import type { ManagedResource } from '@fairway/backstage-plugin-self-service-common';
import { codeOf, person } from '../__testUtils__/portal';
import { pusher } from '../__testUtils__/pusher';
import { DEV, unit } from '../__testUtils__/world';
import { DAY, portalOfEnds } from './__testUtils__/portalOfEnds';

jest.setTimeout(120_000);

const {
  portal,
  mine,
  takeAway,
  reconcile,
  get,
  setAhead,
  goOn,
  order,
  annotationsOf,
} = portalOfEnds();

describe('what nobody told the portal', () => {
  it('is known once Git is read again: taken away by hand, and put back', async () => {
    const { id } = await order('try-by-hand');
    await takeAway('try-by-hand');
    expect(await get(id)).toMatchObject({ phase: 'gone', mayExtend: false });
    expect(await annotationsOf('dev-try-by-hand')).toMatchObject({
      'fairway.dev/state': 'gone',
    });
    // Nothing is asked for of what is not there.
    await goOn(16 * DAY);
    await goOn(DAY);
    expect((await get(id)).lifetime?.removalRequestId).toBeUndefined();
    setAhead(0);
    await pusher(portal().world.gitDir)(
      'main',
      { [`${DEV}/try-by-hand/terragrunt.hcl`]: unit() },
      'dan',
    );
    await reconcile();
    expect((await get(id)).phase).toBe('counting');
    expect(await annotationsOf('dev-try-by-hand')).toMatchObject({
      'fairway.dev/state': 'ready',
    });
    await takeAway('try-by-hand');
    setAhead(8 * DAY);
    await reconcile();
    expect(
      codeOf(
        await portal().send('get', `/resources/${id}`, { as: person('pia') }),
      ),
    ).toBe('resource-not-found');
  });
});

describe('the lists', () => {
  it('show people their own, the next to end first, and administrators those of all', async () => {
    await order('try-network', {
      by: 'nia',
      module: 'network',
      lifetime: 'P1D',
    });
    const { id } = await order('try-listed', { lifetime: 'P2D' });
    expect((await mine('pia', '?expiring=true')).map(each => each.id)).toEqual([
      id,
    ]);
    const { body } = await portal().send('get', '/expiring?view=all&limit=1', {
      as: person('pat'),
    });
    expect(body.items).toHaveLength(1);
    const rest = await portal().send(
      'get',
      `/expiring?view=all&cursor=${body.nextCursor}`,
      { as: person('pat') },
    );
    const all = [...body.items, ...rest.body.items] as ManagedResource[];
    expect(all.map(each => each.name).sort()).toEqual([
      'try-listed',
      'try-network',
    ]);
    expect(
      codeOf(
        await portal().send('get', '/expiring?view=all', { as: person('eve') }),
      ),
    ).toBe('resources-of-others');
    expect(await mine('eve')).toEqual([]);
    expect(
      codeOf(
        await portal().send('get', '/resources?cursor=none', {
          as: person('pia'),
        }),
      ),
    ).toBe('resource-input-invalid');
  });
});
