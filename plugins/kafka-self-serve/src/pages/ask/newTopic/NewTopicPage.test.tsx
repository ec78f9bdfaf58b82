// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type Answers, failure } from '../../../__testUtils__/FakeKafka';
import { renderKafka } from '../../../__testUtils__/renderKafka';
import {
  applicationOf,
  environmentOf,
  previewOf,
  topicSummaryOf,
} from '../../../__testUtils__/views';

function open(answers: Answers = {}) {
  const applications = [
    applicationOf({ name: 'orders' }),
    applicationOf({ name: 'search' }),
  ];
  return renderKafka({
    path: '/kafka/topics/new',
    answers: {
      'GET /applications': () => ({ items: applications, snapshots: [] }),
      'GET /applications/orders': () => applications[0],
      'GET /applications/search': () => applications[1],
      'GET /environments': () => ({ items: [environmentOf()], actions: {} }),
      'GET /policies': () => ({ items: [], actions: {} }),
      'GET /topics': () => ({ items: [topicSummaryOf()], snapshots: [] }),
      'POST /requests/preview': () => previewOf(),
      'POST /requests': () => ({ request: { id: 'r-1' }, created: true }),
      ...answers,
    },
  });
}

const nameField = () =>
  screen.findByRole('textbox', { name: /^Name after “orders\.”/ });
const button = (name: string) => screen.getByRole('button', { name });

describe('the form of a new topic', () => {
  it('locks the prefix, names the whole topic, and asks for it with the plan that was seen', async () => {
    const user = userEvent.setup();
    const { asked } = open();
    await user.type(await nameField(), 'paid');
    expect(screen.getByText('orders.paid')).toBeInTheDocument();
    await user.type(
      screen.getByRole('textbox', { name: /Why it is needed/ }),
      'Payments',
    );
    await user.click(button('Show the plan'));
    expect(
      await screen.findByText('Make the topic orders.paid'),
    ).toBeInTheDocument();
    expect(screen.getByText('Nobody has to approve it.')).toBeInTheDocument();
    await user.click(button('Submit the request'));
    await waitFor(() =>
      expect(asked.map(({ call }) => call)).toContain('POST /requests'),
    );
    const { body } = asked.find(({ call }) => call === 'POST /requests')!;
    expect(body).toMatchObject({
      kind: 'kafka.topic',
      justification: 'Payments',
      submit: 'now',
      payload: {
        operation: 'create',
        environment: 'dev',
        instance: 'orders@dev',
        name: 'orders.paid',
        size: 'S',
      },
    });
  });

  it('is filled in and sent with the keyboard alone', async () => {
    const user = userEvent.setup();
    const { asked } = open();
    const field = await nameField();
    act(() => field.focus());
    await user.keyboard('paid{Enter}');
    expect(
      await screen.findByText('Make the topic orders.paid'),
    ).toBeInTheDocument();
    const submit = button('Submit the request');
    for (let step = 0; step < 40 && document.activeElement !== submit; step++) {
      await user.tab();
    }
    expect(submit).toHaveFocus();
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(asked.map(({ call }) => call)).toContain('POST /requests'),
    );
  });

  it('says at the name what is wrong with it while it is typed', async () => {
    const user = userEvent.setup();
    open();
    const field = await nameField();
    await user.type(field, 'a b');
    await waitFor(() =>
      expect(field).toHaveAccessibleDescription(/" "|space|character/i),
    );
    expect(field).toBeInvalid();
    await user.clear(field);
    await user.type(field, 'created');
    await waitFor(() =>
      expect(field).toHaveAccessibleDescription(/orders\.created/),
    );
  });

  it('asks nothing of the server while something is missing, and puts the focus there', async () => {
    const user = userEvent.setup();
    const { asked } = open();
    const field = await nameField();
    await user.click(button('Show the plan'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This has to be corrected first',
    );
    expect(field).toHaveFocus();
    expect(asked.map(({ call }) => call)).not.toContain(
      'POST /requests/preview',
    );
  });

  it('puts what the server says to the fields that it is about', async () => {
    const user = userEvent.setup();
    const message = 'The name "orders.paid" is asked for in request 7.';
    open({
      'POST /requests/preview': () =>
        failure({
          status: 409,
          message,
          details: {
            problems: [
              {
                code: 'topic-name-pending',
                severity: 'error',
                message,
                path: ['name'],
                value: 'orders.paid',
                next: 'Choose another.',
              },
            ],
          },
        }),
    });
    const field = await nameField();
    await user.type(field, 'paid');
    await user.click(button('Show the plan'));
    await waitFor(() => expect(field).toHaveAccessibleDescription(/request 7/));
    expect(field).toHaveFocus();
  });

  it('bundles a consumer with the topic', async () => {
    const user = userEvent.setup();
    const { asked } = open();
    await user.type(await nameField(), 'paid');
    await user.click(button('Add a consumer'));
    const row = screen.getByRole('group', { name: 'Access 1' });
    await user.type(
      within(row).getByRole('textbox', { name: /Consumer group/ }),
      'index',
    );
    await user.click(button('Go on to the review'));
    await waitFor(() =>
      expect(asked.map(({ call }) => call)).toContain('POST /requests'),
    );
    const { body } = asked.find(({ call }) => call === 'POST /requests')!;
    expect(body.submit).toBe('review');
    expect(body.kind).toBe('kafka.bundle');
    expect(body.payload.items[1]).toEqual({
      kind: 'kafka.grant',
      payload: {
        operation: 'create',
        environment: 'dev',
        grantee: 'search@dev',
        access: 'CONSUME',
        topic: { pattern: 'LITERAL', name: 'orders.paid' },
        group: { pattern: 'LITERAL', name: 'search.index' },
      },
    });
  });

  it('asks for labels, says what is wrong with one, and leaves out what nobody wrote in', async () => {
    const user = userEvent.setup();
    const { asked } = open();
    await user.type(await nameField(), 'paid');
    for (const _ of [1, 2, 3]) await user.click(button('Add a label'));
    const field = (name: string) => screen.getByRole('textbox', { name });
    await user.type(field('Name of label 1'), 'domain');
    await user.type(field('Value of label 1'), 'sales');
    await user.type(field('Name of label 2'), 'Not A Key');
    await waitFor(() => expect(field('Name of label 2')).toBeInvalid());
    expect(field('Name of label 2')).toHaveAccessibleDescription(
      /lower case letters/,
    );
    expect(field('Name of label 1')).toBeValid();
    await user.clear(field('Name of label 2'));
    await user.type(field('Name of label 2'), 'domain');
    await waitFor(() =>
      expect(field('Name of label 2')).toHaveAccessibleDescription(
        /two labels have this name/,
      ),
    );
    await user.click(button('Go on to the review'));
    expect(asked.map(({ call }) => call)).not.toContain('POST /requests');
    await user.click(button('Remove label 2'));
    await user.click(button('Go on to the review'));
    await waitFor(() =>
      expect(asked.map(({ call }) => call)).toContain('POST /requests'),
    );
    const { body } = asked.find(({ call }) => call === 'POST /requests')!;
    expect(body.payload.labels).toEqual({ domain: 'sales' });
  });

  it('shows the limits with this topic, and the same as YAML', async () => {
    open();
    await userEvent.setup().type(await nameField(), 'paid');
    expect(
      screen.getByRole('meter', { name: '13 of 120 partitions with this one' }),
    ).toBeInTheDocument();
    expect(screen.getByText(/partitions: 1/)).toHaveTextContent(
      'topics: - name: orders.paid partitions: 1 replicationFactor: 1 configs: retention.ms: "86400000"',
    );
  });

  it('says what to do first where no team has an application', async () => {
    open({ 'GET /applications': () => ({ items: [], snapshots: [] }) });
    expect(
      await screen.findByRole('link', { name: 'Ask for an application' }),
    ).toHaveAttribute('href', '/kafka/new-application');
  });

  it('says why it could not be loaded', async () => {
    open({
      'GET /applications': () => failure({ status: 403, message: 'Not you.' }),
    });
    expect(await screen.findByText('Not you.')).toBeInTheDocument();
  });
});
