// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/fixtures';
import { applied, draft, next } from './support/forms';
import {
  answer,
  entityBecomes,
  reaches,
  removalOf,
  WORDS,
} from './support/lifetimes';
import {
  action,
  becomes,
  decide,
  fact,
  openRequest,
  part,
  step,
} from './support/requests';

test('something temporary is ordered, approved, changed, seen to end, extended, kept and let go', async ({
  signIn,
  api,
  git,
  portal,
}, { retry }) => {
  test.setTimeout(900_000); // three requests, each to its end, and two weeks
  const trial = `checkout-${retry}`;
  const name = `try-${trial}`;
  const entity = `staging-${name}`;
  const folder = `live/acme-staging/eu-west-1/staging/${name}`;
  const clock = join(portal.data, 'clock');
  const ahead = (duration: string) => writeFileSync(clock, duration);
  const [pia, ava] = [await api('pia'), await api('ava')];
  const page = await signIn('pia', '/self-service/hub');
  const entityPage = `/catalog/default/resource/${entity}`;
  /** The catalog has it so, and its page says that to Pia, to whom it belongs. */
  const catalogSays = async (state: keyof typeof WORDS, end?: string) => {
    await entityBecomes(pia, entity, state);
    await page.goto(`${portal.address}${entityPage}`);
    await expect(fact(part(page, 'As it was ordered'), 'State')).toContainText(
      WORDS[state],
    );
    if (end) {
      await expect(fact(part(page, 'Lifetime'), 'State')).toContainText(end);
    }
  };

  let ordered = '';

  try {
    await test.step('Pia finds it in the hub, and orders it for three days', async () => {
      await page
        .getByRole('searchbox', { name: 'Search the actions' })
        .fill('temporary development');
      await page
        .getByRole('listitem', {
          name: 'Temporary development environment',
          exact: true,
        })
        .getByRole('link', { name: /Open the form/ })
        .click();
      await page.getByRole('textbox', { name: 'Name' }).fill(trial);
      const staging = page.getByRole('radio', { name: /^staging\b/ });
      await expect(staging).toBeEnabled();
      await staging.check({ force: true });
      await next(page);
      await page
        .getByRole('textbox', { name: 'Payments API' })
        .fill('2.15.0-rc.3');
      await next(page);
      const diff = await draft(
        page,
        'The new checkout, for the product owner.',
      );
      expect(diff).toContain('development-environment?ref=');
      await expect(part(page, 'Lifetime')).toContainText('3 days');
      await action(page, 'Submit').click();
      await expect(step(page, 'Open the pull request')).toContainText('Done');
      ordered = openRequest(page);
      await catalogSays('pending');
    });

    await test.step('Pat approves it; it is applied, and ready', async () => {
      const other = await signIn('pat', `/self-service/requests/${ordered}`);
      await decide(other, 'Approve');
      await applied(pia, ordered);
      await catalogSays('ready', 'Counting');
    });

    await test.step('Pia hands it to her team, by a change that nothing of its end moves', async () => {
      const { lifetime } = await reaches(pia, name, 'counting');
      const form = { environment: 'staging', unit: folder };
      await page.goto(
        `${
          portal.address
        }/create/templates/default/change-unit?formData=${encodeURIComponent(
          JSON.stringify(form),
        )}`,
      );
      await next(page);
      const owner = page.getByRole('textbox', { name: 'Owner', exact: true });
      await expect(owner).toHaveValue('user:default/pia');
      await owner.fill('group:default/payments');
      await next(page);
      await draft(page, 'All of us look at the new checkout.');
      const id = openRequest(page);
      await action(page, 'Submit').click();
      await expect(step(page, 'Open the pull request')).toContainText('Done');
      await catalogSays('changing', 'Counting');
      const other = await signIn('pat', `/self-service/requests/${id}`);
      await decide(other, 'Approve');
      await applied(pia, id);
      await catalogSays('ready', 'Counting');
      expect((await reaches(pia, name, 'counting')).lifetime).toEqual(lifetime);
    });

    await test.step('two days before its end she is told, and extends it', async () => {
      ahead('P1DT1H');
      await catalogSays('expiring', 'Ends soon');
      await page.goto(`${portal.address}/self-service/environments/staging`);
      await expect(
        page.getByRole('table', { name: 'What ends in staging within a week' }),
      ).toContainText(name);
      await page.goto(`${portal.address}${entityPage}`);
      await answer(page, 'Extend', 'The product owner comes next week.');
      await catalogSays('ready', 'Counting');
    });

    await test.step('at its end its removal is asked for; she keeps it, and that is taken back', async () => {
      ahead('P11D');
      await reaches(pia, name, 'grace');
      await catalogSays('expiring', 'Over; its removal is about');
      ahead('P12DT1H');
      const id = await removalOf(pia, name);
      await catalogSays('removing', 'Over; its removal is asked for');
      await answer(page, 'Keep it', 'She has not seen the last page yet.');
      await becomes(pia, id, { decision: 'cancelled' });
      // Its maximum is less than two days ahead, so the next round announces its end anew.
      await catalogSays('expiring', 'Ends soon');
    });

    await test.step('at its end the next time she lets it go: Ava of the approvers says yes, and it is gone', async () => {
      ahead('P15D');
      await reaches(pia, name, 'grace');
      ahead('P16DT1H');
      const id = await removalOf(pia, name);
      await catalogSays('removing', 'Over; its removal is asked for');
      const other = await signIn('ava', entityPage);
      const end = part(other, 'Lifetime');
      await expect(fact(end, 'State')).toContainText('Over');
      // It is not hers to extend or to keep.
      await expect(end.getByRole('button')).toHaveCount(0);
      await end
        .getByRole('link', { name: 'The request of its removal' })
        .click();
      await expect(part(other, 'Who has to approve')).toBeVisible();
      await expect(
        other.getByRole('region', { name: /terragrunt\.hcl/ }).first(),
      ).toContainText('group:default/payments');
      const { body } = await ava.call(`/self-service/requests/${id}`);
      expect(body.requesterRef).toBe('user:default/pia');
      await decide(other, 'Approve');
      await applied(pia, id);
      await entityBecomes(pia, entity, 'not there');
      await page.goto(`${portal.address}${entityPage}`);
      await expect(page.getByText(/not found/i).first()).toBeVisible();
      expect(git('infrastructure-live', 'ls-tree', 'main', folder)).toBe('');
    });
  } finally {
    rmSync(clock, { force: true });
  }
});
