// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  type Answers,
  type Asked,
  failure,
} from '../../../__testUtils__/FakeKafka';
import { renderKafka } from '../../../__testUtils__/renderKafka';
import {
  applicationOf,
  environmentOf,
  previewOf,
  topicDetailOf,
} from '../../../__testUtils__/views';

const ROUTE = 'GET /topics/dev/orders.created';

function open(ask: string, answers: Answers = {}) {
  const mine = applicationOf({ name: 'search' });
  return renderKafka({
    path: `/kafka/topics/dev/orders.created/${ask}`,
    answers: {
      [ROUTE]: () => topicDetailOf(),
      'GET /environments/dev': () => environmentOf(),
      'GET /applications': () => ({ items: [mine], snapshots: [] }),
      'GET /applications/search': () => mine,
      'POST /requests/preview': () => previewOf(),
      'POST /requests': () => ({ request: { id: 'r-1' }, created: true }),
      ...answers,
    },
  });
}

async function sent(asked: Asked[]): Promise<Record<string, any>> {
  await userEvent
    .setup()
    .click(screen.getByRole('button', { name: 'Go on to the review' }));
  await waitFor(() =>
    expect(asked.map(({ call }) => call)).toContain('POST /requests'),
  );
  return asked.find(({ call }) => call === 'POST /requests')!.body;
}

describe('the forms about a topic', () => {
  it('asks for access of an application of one’s own, with an end', async () => {
    const user = userEvent.setup();
    const { asked } = open('access');
    const group = await screen.findByRole('textbox', {
      name: /Consumer group/,
    });
    expect(group).toHaveValue('search.');
    await user.type(group, 'index');
    await user.type(
      screen.getByRole('textbox', { name: /Ends after days/ }),
      '30',
    );
    const { kind, payload } = await sent(asked);
    expect(kind).toBe('kafka.grant');
    expect(payload).toMatchObject({
      grantee: 'search@dev',
      access: 'CONSUME',
      topic: { pattern: 'LITERAL', name: 'orders.created' },
      group: { pattern: 'LITERAL', name: 'search.index' },
    });
    const days = (Date.parse(payload.expiresAt) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(30);
  });

  it('refuses a group of somebody else at its field', async () => {
    const user = userEvent.setup();
    open('access');
    const group = await screen.findByRole('textbox', {
      name: /Consumer group/,
    });
    await user.clear(group);
    await user.type(group, 'payments.reader');
    await waitFor(() =>
      expect(group).toHaveAccessibleDescription(/payments\.reader/),
    );
  });

  it('refuses fewer partitions at the field, and warns of keys', async () => {
    const user = userEvent.setup();
    const { asked } = open('partitions');
    const field = await screen.findByRole('textbox', {
      name: /Partitions in all/,
    });
    expect(screen.getByText(/Records of one key/)).toBeInTheDocument();
    await user.type(field, '2');
    await waitFor(() => expect(field).toBeInvalid());
    await user.click(screen.getByRole('button', { name: 'Show the plan' }));
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    expect(asked.map(({ call }) => call)).not.toContain(
      'POST /requests/preview',
    );
    await user.clear(field);
    await user.type(field, '6');
    expect((await sent(asked)).payload).toMatchObject({
      operation: 'partitions',
      partitions: 6,
    });
  });

  it('writes a duration in days, and drops an override', async () => {
    const user = userEvent.setup();
    const { asked } = open('config');
    const frame = await screen.findByRole('group', { name: 'retention.ms' });
    const amount = within(frame).getByRole('textbox', { name: 'Value' });
    expect(amount).toHaveValue('7');
    await user.clear(amount);
    await user.type(amount, '14');
    expect((await sent(asked)).payload).toMatchObject({
      set: { 'retention.ms': String(14 * 86_400_000) },
      remove: [],
    });
  });

  it('says what follows the broker again', async () => {
    const user = userEvent.setup();
    const { asked } = open('config');
    await user.click(
      await screen.findByRole('button', { name: 'Remove retention.ms' }),
    );
    expect(
      screen.getByText('Follows the broker again: retention.ms'),
    ).toBeInTheDocument();
    expect((await sent(asked)).payload).toMatchObject({
      set: {},
      remove: ['retention.ms'],
    });
  });

  it('deletes only what was typed, and names who would notice', async () => {
    const user = userEvent.setup();
    const { asked } = open('delete', {
      [ROUTE]: () =>
        topicDetailOf({
          groups: [
            { groupId: 'orders.search', state: 'EMPTY', members: 0, lag: '5' },
          ],
        }),
    });
    expect(
      await screen.findByText(/orders.search reads it: 0 members, 5 records/),
    ).toBeInTheDocument();
    const typed = screen.getByRole('textbox', { name: /Name of the topic/ });
    await user.click(
      screen.getByRole('button', { name: 'Go on to the review' }),
    );
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    expect(typed).toHaveFocus();
    await user.type(typed, 'orders.created');
    expect((await sent(asked)).payload).toMatchObject({
      operation: 'delete',
      typedName: 'orders.created',
    });
  });

  it('turns deletion protection into the other', async () => {
    const { asked } = open('protection');
    expect(
      await screen.findByText(/protects it from deletion/),
    ).toBeInTheDocument();
    expect((await sent(asked)).payload).toMatchObject({
      operation: 'protection',
      deletionProtection: true,
    });
  });

  it('says why it cannot be asked for', async () => {
    open('claim');
    expect(
      await screen.findByText('It belongs to orders@dev already.'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Back to orders.created' }),
    ).toBeInTheDocument();
  });

  it('claims what nobody owns', async () => {
    const { asked } = open('claim', {
      [ROUTE]: () =>
        topicDetailOf({
          instance: undefined,
          application: undefined,
          ownerRef: undefined,
          actions: { ...topicDetailOf().actions, claim: { allowed: true } },
        }),
    });
    await screen.findByText(/Whoever claims it is responsible/);
    expect(await sent(asked)).toMatchObject({
      kind: 'kafka.ownership-claim',
      payload: {
        instance: 'search@dev',
        patterns: [
          { type: 'TOPIC', pattern: 'LITERAL', name: 'orders.created' },
        ],
      },
    });
  });

  it('shows what a new version of the schema changes', async () => {
    const user = userEvent.setup();
    const old = '{"type":"record","name":"A","fields":[]}';
    const { asked } = open('schema', {
      [ROUTE]: () =>
        topicDetailOf({
          subjects: [
            {
              environment: 'dev',
              name: 'orders.created-value',
              phase: 'ready',
              topics: ['orders.created'],
            },
          ],
        }),
      'GET /subjects/dev/orders.created-value': () => ({
        name: 'orders.created-value',
        compatibility: 'BACKWARD',
        latest: {
          version: 3,
          id: 7,
          format: 'AVRO',
          schema: old,
          references: [],
        },
      }),
    });
    expect(await screen.findByText(/has version 3/)).toHaveTextContent(
      'BACKWARD',
    );
    const text = screen.getByRole('textbox', { name: /^Schema/ });
    await user.clear(text);
    await user.click(text);
    await user.paste(JSON.stringify({ type: 'string' }, undefined, 2));
    expect(
      await screen.findByText('What the new version changes'),
    ).toBeInTheDocument();
    expect(await sent(asked)).toMatchObject({
      kind: 'kafka.subject',
      payload: {
        operation: 'register',
        instance: 'orders@dev',
        name: 'orders.created-value',
        format: 'AVRO',
      },
    });
  });

  it('shows the difference to the next environment before it is promoted', async () => {
    const { asked } = open('promote', {
      [ROUTE]: () =>
        topicDetailOf({
          promotesTo: 'prod',
          actions: { ...topicDetailOf().actions, promote: { allowed: true } },
        }),
      'POST /promotion-diff': () => ({
        from: 'dev',
        to: 'prod',
        problems: [],
        items: [
          {
            name: 'orders.created',
            changes: [
              { path: 'topic orders.created / partitions', after: '3' },
            ],
            problems: [],
          },
        ],
      }),
    });
    expect(
      await screen.findByText('It is not in prod yet: it would be made.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /partitions/ })).toBeInTheDocument();
    expect(await sent(asked)).toMatchObject({
      kind: 'kafka.promote',
      payload: {
        from: 'dev',
        to: 'prod',
        topics: [{ name: 'orders.created', overrides: {} }],
      },
    });
  });

  it('says that the topic could not be loaded', async () => {
    open('config', {
      [ROUTE]: () => failure({ status: 500, message: 'Broken.' }),
    });
    expect(await screen.findByText('Broken.')).toBeInTheDocument();
  });
});
