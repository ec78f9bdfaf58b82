// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type Page } from '@playwright/test';
import { databaseOrder } from './support/databaseForm';
import { expect, test } from './support/fixtures';
import { picture } from './support/pictures';
import {
  action,
  becomes,
  FORM,
  openRequest,
  orderDatabase,
  part,
  request,
  step,
  terraform,
} from './support/requests';

const PROD = { environment: 'prod', changeTicket: 'CHG-4711' } as const;

const decide = async (page: Page, verdict: string, comment?: string) => {
  await action(page, verdict).click();
  const dialog = page.getByRole('dialog');
  if (comment) await dialog.getByRole('textbox').fill(comment);
  await dialog.getByRole('button', { name: verdict, exact: true }).click();
  await expect(dialog).toBeHidden();
};

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
    const facts = part(pia, 'Facts');
    await expect(
      facts.locator('dt', { hasText: 'Revision' }).locator('+ dd'),
    ).toHaveText('2');
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
      again: () => log.scrollIntoViewIfNeeded(),
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
    await pia.goto(`${portal.address}/catalog/default/resource/${name}`);
    await expect(
      pia.getByRole('heading', { name: order.name, exact: true }),
    ).toBeVisible();
    await expect(
      pia.getByRole('link', { name: /request/i }).first(),
    ).toHaveAttribute('href', `${portal.address}${link}`);
  });
});

test('a page that is open changes by itself when somebody decides', async ({
  signIn,
  api,
}) => {
  const pia = await api('pia');
  const { id } = await request(pia, databaseOrder('payments-live', PROD), {
    submit: 'now',
  });
  const page = await signIn('pia');
  const heard: string[] = [];
  page.on('websocket', socket =>
    socket.on('framesent', ({ payload }) => heard.push(String(payload))),
  );
  await signIn('pia', `/self-service/requests/${id}`);
  await expect(action(page, 'Cancel the request')).toBeVisible();
  await expect
    .poll(() => heard.join())
    .toContain('"channel":"requests:self-service"');
  await page.evaluate(() => Object.assign(window, { notReloaded: true }));

  const pat = await api('pat');
  const path = `/self-service/requests/${id}`;
  const { planDigest } = (await pat.call(path)).body;
  const approved = await pat.call(`${path}/approve`, { planDigest });
  expect(approved.status, JSON.stringify(approved.body)).toBe(200);
  await expect(
    part(page, 'Who has to approve').getByText('Approved by'),
  ).toBeVisible();
  expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true);
});

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

test('another team reads that it is not theirs, and whom to ask', async ({
  signIn,
  api,
}) => {
  const pia = await api('pia');
  const { id } = await request(pia, databaseOrder('payments-hidden'));
  const page = await signIn('otto', `/self-service/requests/${id}`);
  await expect(
    page.getByText('Not allowed: you may not see this request'),
  ).toBeVisible();
  await expect(page.getByText('payments-hidden')).toHaveCount(0);

  const otto = await api('otto');
  const { body } = await otto.call('/self-service/requests');
  expect(JSON.stringify(body.items)).not.toContain('payments-');
  for (const list of ['all', 'audit'] as const) {
    const path = list === 'all' ? 'requests/all' : 'audit';
    await signIn('otto', `/self-service/${path}`);
    await expect(
      page.getByText('Not allowed: this is for those who administer requests'),
    ).toBeVisible();
  }
});

test('the API refuses whoever may not decide', async ({ api }) => {
  const pia = await api('pia');
  const { id } = await request(pia, databaseOrder('payments-own', PROD), {
    submit: 'now',
  });
  const path = `/self-service/requests/${id}`;
  const { planDigest } = (await pia.call(path)).body;
  for (const name of ['pia', 'otto', 'gus', 'dan']) {
    const answer = await (
      await api(name)
    ).call(`${path}/approve`, { planDigest });
    expect(answer.status, `${name}: ${JSON.stringify(answer.body)}`).toBe(403);
  }
  const unseen = await (
    await api('pat')
  ).call(`${path}/approve`, { planDigest: '0'.repeat(64) });
  expect(unseen.status).toBe(409);
  expect(JSON.stringify(unseen.body)).toContain('plan-changed');
  expect((await pia.call(path)).body).toMatchObject({
    decision: 'pending',
    decisions: [],
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
