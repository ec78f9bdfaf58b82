// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { databaseOrder } from './support/databaseForm';
import { expect, test } from './support/fixtures';
import { picture } from './support/pictures';
import {
  action,
  decide,
  fact,
  FORM,
  openRequest,
  orderDatabase,
  part,
  PROD,
  step,
  terraform,
  titleOf,
} from './support/requests';

test('one orders, two approve exactly that, it is applied and found in the catalog', async ({
  signIn,
  api,
  portal,
  git,
}) => {
  test.slow(); // three people, each with a browser
  const order = databaseOrder('payments-vault', PROD);
  const pia = await signIn('pia', FORM);
  const path = `live/acme-prod/eu-west-1/prod/${order.name}`;

  await test.step('Pia orders for production, reads the diff and submits', async () => {
    await orderDatabase(pia, order);
    const diff = pia.getByRole('region', { name: /terragrunt\.hcl/ });
    await expect(diff.getByText('storage_gb = 20').first()).toBeVisible();
    await expect(part(pia, 'What was asked for')).toContainText('CHG-4711');
    const who = part(pia, 'Who has to approve');
    await expect(who.getByRole('link', { name: 'Platform' })).toBeVisible();
    await expect(who.getByRole('link', { name: 'Approvers' })).toBeVisible();
    await action(pia, 'Submit').click();
    await expect(step(pia, 'Open the pull request')).toContainText('Done');
  });

  const id = openRequest(pia);
  const link = `/self-service/requests/${id}`;

  await test.step('she cannot approve her own, and reads why', async () => {
    await expect(action(pia, 'Approve')).toBeDisabled();
    await expect(
      pia.getByRole('list', { name: 'Why not everything is possible' }),
    ).toContainText(/Approve.*own/);
  });

  const pat = await signIn('pat', '/self-service/requests/to-decide');

  await test.step('Pat finds it among what waits for a decision, and asks for changes', async () => {
    await pat.getByRole('link', { name: new RegExp(order.name) }).click();
    await expect(
      pat.getByRole('region', { name: /terragrunt\.hcl/ }).first(),
    ).toBeVisible();
    await decide(pat, 'Request changes', 'A vault needs 50 GB at least.');
    await expect(
      pat.getByText('Your wish for changes was recorded.'),
    ).toBeVisible();
  });

  await test.step('Pia reads it on the page that she has open, and revises', async () => {
    await expect(
      part(pia, 'Who has to approve').getByText(
        'A vault needs 50 GB at least.',
      ),
    ).toBeVisible();
    await pia.getByRole('link', { name: 'Revise', exact: true }).click();
    await expect(
      pia.getByText('A vault needs 50 GB at least.').first(),
    ).toBeVisible();
    const file = pia.getByRole('textbox', { name: `${path}/terragrunt.hcl` });
    const text = await file.inputValue();
    await file.fill(text.replace(/(storage_gb\s+)= 20/, '$1= 50'));
    await pia.getByRole('button', { name: 'Show the diff' }).click();
    await expect(
      pia.getByRole('region', { name: /terragrunt\.hcl/ }).first(),
    ).toContainText('= 50');
    await pia.getByRole('button', { name: 'Revise', exact: true }).click();
    await expect(pia).toHaveURL(`${portal.address}${link}`);
    await expect(fact(part(pia, 'Facts'), 'Revision')).toHaveText('2');
    await expect(
      pia
        .getByRole('region', { name: /terragrunt\.hcl/ })
        .getByText('storage_gb = 50')
        .first(),
    ).toBeVisible();
  });

  await test.step('Pat approves what he sees: the dialog shows the new plan', async () => {
    await expect(action(pat, 'Approve')).toBeEnabled();
    await action(pat, 'Approve').click();
    const dialog = pat.getByRole('dialog', { name: /^Approve #\d+\?$/ });
    await expect(dialog.getByText('storage_gb = 50').first()).toBeVisible();
    await expect(dialog.getByText('storage_gb = 20')).toHaveCount(0);
    await picture(pat, 'approve', {
      showing: dialog,
      height: 1000,
      again: () => action(pat, 'Approve').click(),
    });
    const [sent] = await Promise.all([
      pat.waitForRequest(/\/approve$/),
      dialog.getByRole('button', { name: 'Approve', exact: true }).click(),
    ]);
    const { body } = await (
      await api('pia')
    ).call(`/self-service/requests/${id}`);
    expect(sent.postDataJSON()).toEqual({ planDigest: body.planDigest });
    await expect(pat.getByText('Your approval was recorded.')).toBeVisible();
  });

  const ava = await signIn('ava', link);

  await test.step('Ava, the second pair of eyes, approves too, and it is merged', async () => {
    await decide(ava, 'Approve');
    await expect(step(ava, 'Merge the pull request')).toContainText('Done');
    expect(
      git('infrastructure-live', 'show', `main:${path}/terragrunt.hcl`),
    ).toContain('storage_gb          = 50');
  });

  await test.step('Pia watches the log of the apply on the page that she has open', async () => {
    test.skip(!terraform && !process.env.CI, 'terraform is not installed');
    const log = part(pia, 'Log');
    await expect(step(pia, 'Apply')).toContainText('Done');
    await expect(pia.getByText(`${path}: applied`)).toBeVisible();
    await log
      .getByRole('searchbox', { name: 'Search the log' })
      .fill('Apply complete!');
    await expect(
      log
        .getByRole('region', { name: 'Lines of the log' })
        .getByText(/Apply complete! Resources: \d+ added/),
    ).toBeVisible();
    await expect(log.getByText('1 of 1 match')).toBeVisible();
    await picture(pia, 'request', {
      showing: log,
      height: 1340,
      // It may be drawn anew under the scroll.
      again: () => expect(() => log.scrollIntoViewIfNeeded()).toPass(),
    });
  });

  await test.step('the catalog has it, and says where it comes from', async () => {
    const name = `prod-${order.name}`;
    await expect
      .poll(
        async () =>
          (
            await (
              await api('pia')
            ).call(`/catalog/entities/by-name/resource/default/${name}`)
          ).body?.metadata?.annotations,
      )
      .toMatchObject({
        'fairway.dev/state': 'ready',
        'fairway.dev/applied': 'applied',
        'fairway.dev/request': id,
        'fairway.dev/requester': 'user:default/pia',
        'fairway.dev/environment': 'prod',
        'fairway.dev/module': 'postgres-database',
        'fairway.dev/module-version': 'v1.1.0',
        'fairway.dev/source-file': `local?owner=acme&repo=infrastructure-live#${path}/terragrunt.hcl`,
      });
  });

  await test.step('its page says how it was ordered, and has its requests', async () => {
    const name = `prod-${order.name}`;
    await pia.goto(`${portal.address}/catalog/default/resource/${name}`);
    await expect(
      pia.getByRole('heading', { name: order.name, exact: true }),
    ).toBeVisible();
    const card = pia.getByRole('region', { name: 'As it was ordered' });
    await expect(fact(card, 'State')).toHaveText('Ready');
    await expect(fact(card, 'Module and version')).toContainText('v1.1.0');
    await expect(fact(card, 'File')).toContainText(`${path}/terragrunt.hcl`);
    await expect(
      fact(card, 'Last request').getByRole('link').first(),
    ).toHaveAttribute('href', link);
    await pia.getByRole('link', { name: 'Requests', exact: true }).click();
    await expect(
      pia
        .getByRole('region', { name: 'Its requests' })
        .getByRole('link', { name: new RegExp(titleOf(order)) }),
    ).toHaveAttribute('href', link);
  });
});
