// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Page } from '@playwright/test';
import { type Api, expect, test } from './support/fixtures';
import { applied, draft, next } from './support/forms';
import { action, decide, openRequest, part, step } from './support/requests';

/** Two looks of the demo at what ends, and the catalog behind them. */
const SOON = { timeout: 120_000 };

/** What the catalog says of the entity: its state, or that there is none. */
const becomes = (person: Api, entity: string, state: string) =>
  expect
    .poll(async () => {
      const { body, status } = await person.call(
        `/catalog/entities/by-name/resource/default/${entity}`,
      );
      return status === 404
        ? 'not there'
        : body.metadata.annotations['fairway.dev/state'];
    }, SOON)
    .toBe(state);

/** Where the end of it is, as the self-service backend says; `phases` divided by `|`. */
async function reaches(person: Api, name: string, phases: string) {
  const find = async () => {
    const { body } = await person.call('/self-service/resources');
    return body.items.find((each: { name: string }) => each.name === name);
  };
  await expect
    .poll(async () => (await find())?.phase ?? 'none', SOON)
    .toMatch(new RegExp(`^(${phases})$`));
  return find();
}

/** Gives a reason in the dialog that a button of the card opens, and goes on. */
async function answer(page: Page, button: string, reason: string) {
  const card = part(page, 'Lifetime');
  await card.getByRole('button', { name: button, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /Reason/ }).fill(reason);
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(card.getByText(reason)).toBeVisible();
}

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
  const [pia, pat] = [await api('pia'), await api('pat')];
  const page = await signIn('pia', '/self-service/hub');
  const openEntity = () =>
    page.goto(`${portal.address}/catalog/default/resource/${entity}`);

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
      await expect(part(page, 'Lifetime')).toContainText('P3D');
      await action(page, 'Submit').click();
      await expect(step(page, 'Open the pull request')).toContainText('Done');
      await becomes(pia, entity, 'pending');
    });

    await test.step('Pat approves it; it is applied, and ready', async () => {
      const id = openRequest(page);
      const other = await signIn('pat', `/self-service/requests/${id}`);
      await decide(other, 'Approve');
      await applied(pia, id);
      await becomes(pia, entity, 'ready');
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
      await becomes(pia, entity, 'changing');
      const other = await signIn('pat', `/self-service/requests/${id}`);
      await decide(other, 'Approve');
      await applied(pia, id);
      await becomes(pia, entity, 'ready');
      expect((await reaches(pia, name, 'counting')).lifetime).toEqual(lifetime);
    });

    await test.step('two days before its end she is told, and extends it', async () => {
      ahead('P1DT1H');
      await becomes(pia, entity, 'expiring');
      await page.goto(`${portal.address}/self-service/environments/staging`);
      await expect(
        page.getByRole('table', { name: 'What ends in staging within a week' }),
      ).toContainText(name);
      await openEntity();
      await answer(page, 'Extend', 'The product owner comes next week.');
      await becomes(pia, entity, 'ready');
    });

    await test.step('at its end its removal is asked for; she keeps it, and that is taken back', async () => {
      ahead('P11D');
      await reaches(pia, name, 'grace');
      ahead('P12DT1H');
      await expect
        .poll(
          async () =>
            (
              await reaches(pia, name, 'removing')
            ).lifetime.removalRequestId,
          SOON,
        )
        .toBeTruthy();
      const { lifetime } = await reaches(pia, name, 'removing');
      await openEntity();
      await answer(page, 'Keep it', 'She has not seen the last page yet.');
      // What it was kept for may be short enough to be announced at once.
      await reaches(pia, name, 'counting|expiring');
      const { body } = await pia.call(
        `/self-service/requests/${lifetime.removalRequestId}`,
      );
      expect(body.decision).toBe('cancelled');
    });

    await test.step('at its end the next time she lets it go: Pat approves, and it is gone', async () => {
      ahead('P15D');
      await reaches(pia, name, 'grace');
      ahead('P16DT1H');
      const removal = async () =>
        (await reaches(pia, name, 'removing')).lifetime.removalRequestId;
      await expect.poll(removal, SOON).toBeTruthy();
      const id = await removal();
      await becomes(pia, entity, 'removing');
      const other = await signIn('pat', `/self-service/requests/${id}`);
      await expect(part(other, 'Who has to approve')).toBeVisible();
      await expect(
        other.getByRole('region', { name: /terragrunt\.hcl/ }).first(),
      ).toContainText('group:default/payments');
      await expect(
        (
          await pat.call(`/self-service/requests/${id}`)
        ).body.requesterRef,
      ).toBe('user:default/pia');
      await decide(other, 'Approve');
      await applied(pia, id);
      await becomes(pia, entity, 'not there');
      expect(git('infrastructure-live', 'ls-tree', 'main', folder)).toBe('');
    });
  } finally {
    rmSync(clock, { force: true });
  }
});
