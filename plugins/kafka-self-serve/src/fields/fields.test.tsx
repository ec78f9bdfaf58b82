// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ApiHolder } from '@backstage/frontend-plugin-api';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { KafkaSelfServeClient } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ComponentProps, useState } from 'react';
import { FakeKafka, failure } from '../__testUtils__/FakeKafka';
import { kafkaSelfServeApiRef } from '../api';
import { applicationOf, topicSummaryOf } from '../__testUtils__/views';
import { KafkaApplication } from './KafkaApplication';
import { KafkaTopic } from './KafkaTopic';
import { validateApplication, validateTopic } from './validate';

const clientOf = (backend: FakeKafka) =>
  KafkaSelfServeClient.create({
    discoveryApi: mockApis.discovery(),
    fetchApi: { fetch: backend.fetch },
  });

/** A field as the form renders it, in front of a backend. */
function open<Props extends { formData?: string }>(
  Field: (props: Props) => JSX.Element,
  backend: FakeKafka,
  options: object = {},
  formData: object = {},
) {
  const answers: (string | undefined)[] = [];
  const Form = () => {
    const [value, setValue] = useState<string>();
    const props = {
      formData: value,
      onChange: (next?: string) => {
        answers.push(next);
        setValue(next);
      },
      schema: { title: 'Picked' },
      uiSchema: { 'ui:options': options },
      idSchema: { $id: 'root_picked' },
      formContext: { formData },
    } as unknown as ComponentProps<typeof Field>;
    return <Field {...props} />;
  };
  renderInTestApp(
    <TestApiProvider apis={[[kafkaSelfServeApiRef, clientOf(backend)]]}>
      <Form />
    </TestApiProvider>,
  );
  return { answers, user: userEvent.setup() };
}

const application = applicationOf({ name: 'orders' });
const [instance] = application.instances;

const withApplications = () =>
  new FakeKafka()
    .on('GET /applications', () => ({
      items: [application],
      total: 1,
      snapshots: [],
    }))
    .on(`GET /applications/${application.name}`, () => application);

/** What a validator says about a value. */
async function problemsOf(
  validate: typeof validateApplication | typeof validateTopic,
  value: string,
  backend: FakeKafka,
  more: object = {},
) {
  const problems: string[] = [];
  const apis = new Map<unknown, unknown>([
    [kafkaSelfServeApiRef, clientOf(backend)],
  ]);
  const apiHolder = { get: (ref: unknown) => apis.get(ref) } as ApiHolder;
  await validate(
    value,
    { addError: (message: string) => problems.push(message) } as never,
    { apiHolder, formData: {}, schema: {}, ...more } as never,
  );
  return problems;
}

describe('KafkaApplication', () => {
  it('offers the applications of the person where they are, and stores the instance', async () => {
    const { answers, user } = open(KafkaApplication, withApplications());
    await user.click(await screen.findByRole('button', { name: /Picked/ }));
    await user.click(
      screen.getByRole('option', {
        name: `${instance.application} in ${instance.environment}`,
      }),
    );
    expect(answers).toEqual([instance.id]);
  });

  it('says what to do where there is none in the environment', async () => {
    open(KafkaApplication, withApplications(), { environment: 'moon' });
    expect(
      await screen.findByText('Ask for one under Kafka, Applications.'),
    ).toBeInTheDocument();
  });

  it('does not let pass what is not the own, or could not be asked', async () => {
    const of = (value: string, backend: FakeKafka) =>
      problemsOf(validateApplication, value, backend);
    expect(await of(instance.id, withApplications())).toEqual([]);
    expect(await of('foreign@dev', withApplications())).toEqual([
      'foreign@dev',
    ]);
    const away = new FakeKafka().on('GET /applications', () =>
      failure({
        status: 503,
        name: 'ServiceUnavailableError',
        message: 'away',
      }),
    );
    expect(await of(instance.id, away)).toEqual([
      expect.stringContaining('away'),
    ]);
  });
});

describe('KafkaTopic', () => {
  const withTopics = () =>
    new FakeKafka().on('GET /topics', () => ({
      items: [topicSummaryOf({ name: 'orders.created' })],
      total: 1,
      snapshots: [],
    }));
  const byApplication = { applicationField: 'application' };

  it('has the server search the topics of the chosen application’s environment', async () => {
    const backend = withTopics();
    const { answers, user } = open(KafkaTopic, backend, byApplication, {
      application: 'refunds@dev',
    });
    await user.type(
      await screen.findByRole('combobox', { name: /Picked/ }),
      'cre',
    );
    await waitFor(() =>
      expect(
        backend.calls
          .filter(({ call }) => call === 'GET /topics')
          .pop()
          ?.query.toString(),
      ).toBe('environment=dev&limit=20&q=cre'),
    );
    expect(answers.pop()).toBe('cre');
  });

  it('waits for the application', async () => {
    open(KafkaTopic, withTopics(), byApplication);
    expect(
      await screen.findByText(/Choose the application first/),
    ).toBeInTheDocument();
  });

  it('does not let a name pass that no topic has', async () => {
    const found = new FakeKafka().on('GET /topics/dev/orders.created', () =>
      topicSummaryOf({ name: 'orders.created' }),
    );
    const uiSchema = { 'ui:options': { environment: 'dev' } };
    const of = (value: string) =>
      problemsOf(validateTopic, value, found, { uiSchema });
    expect(await of('orders.created')).toEqual([]);
    expect(await of('orders.gone')).toHaveLength(1);
  });
});
