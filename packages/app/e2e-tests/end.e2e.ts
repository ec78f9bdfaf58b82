// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { databaseOrder } from './support/databaseForm';
import { expect, test } from './support/fixtures';
import { action, becomes, part, PROD, request, step } from './support/requests';

test('a rejection is told to whoever asked, and ends it', async ({
  signIn,
  api,
  portal,
  git,
}) => {
  const order = databaseOrder('payments-doubt', PROD);
  const pia = await api('pia');
  const { id, number } = await request(pia, order, { submit: 'now' });
  await becomes(pia, id, { statusLabel: 'pull request open' });
  const link = `/self-service/requests/${id}`;

  const pat = await signIn('pat', link);
  await action(pat, 'Reject').click();
  const dialog = pat.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Reject', exact: true }).click();
  await expect(dialog.getByText(/^Say why/)).toBeVisible();
  await dialog.getByRole('textbox').fill('Share the ledger of staging.');
  await dialog.getByRole('button', { name: 'Reject', exact: true }).click();
  await expect(pat.getByText('Your rejection was recorded.')).toBeVisible();

  const page = await signIn('pia', '/notifications');
  await test.step('Pia is told, and reads the reason', async () => {
    await page
      .getByRole('link', { name: new RegExp(`#?${number}\\b.*${order.name}`) })
      .first()
      .click();
    await expect(page).toHaveURL(`${portal.address}${link}`);
    await expect(
      part(page, 'Who has to approve').getByText(
        'Share the ledger of staging.',
      ),
    ).toBeVisible();
    await expect(step(page, 'Rejected')).toBeVisible();
    await expect(action(page, 'Approve')).toHaveCount(0);
  });

  await test.step('nothing of it is in Git', async () => {
    await expect
      .poll(() =>
        git('infrastructure-live', 'for-each-ref', '--format=%(refname)'),
      )
      .not.toContain(id.slice(-8));
  });
});

test('a draft can be thrown away, a request taken back', async ({
  signIn,
  api,
  git,
}) => {
  const pia = await api('pia');
  const draft = await request(pia, databaseOrder('payments-thrown'));
  const asked = await request(pia, databaseOrder('payments-back', PROD), {
    submit: 'now',
  });
  await becomes(pia, asked.id, { statusLabel: 'pull request open' });
  const page = await signIn('pia', `/self-service/requests/${draft.id}`);

  await test.step('discard', async () => {
    await action(page, 'Discard').click();
    await page
      .getByRole('dialog', { name: 'Discard the draft?' })
      .getByRole('button', { name: 'Discard', exact: true })
      .click();
    await expect(page.getByText('Discarded.')).toBeVisible();
    await expect(action(page, 'Submit')).toHaveCount(0);
  });

  await test.step('cancel', async () => {
    await signIn('pia', `/self-service/requests/${asked.id}`);
    await action(page, 'Cancel the request').click();
    const dialog = page.getByRole('dialog', { name: 'Cancel the request?' });
    await dialog.getByRole('textbox').fill('Staging will do.');
    await dialog
      .getByRole('button', { name: 'Cancel the request', exact: true })
      .click();
    await expect(dialog).toBeHidden();
    await expect(step(page, 'Cancelled')).toBeVisible();
    await expect
      .poll(() =>
        git('infrastructure-live', 'for-each-ref', '--format=%(refname)'),
      )
      .not.toContain(asked.id.slice(-8));
  });
});
