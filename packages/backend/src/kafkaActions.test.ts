// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Every example of the scaffolder's Kafka actions, as the scaffolder shows it, run against the whole portal with a
// cluster inside of it: what the documentation shows works.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- what the documentation shows, before the start
import { examples as access } from '../../../plugins/scaffolder-backend-module-kafka/src/actions/createAccessRequestAction.examples';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- as above
import { examples as application } from '../../../plugins/scaffolder-backend-module-kafka/src/actions/createApplicationRequestAction.examples';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- as above
import { examples as topic } from '../../../plugins/scaffolder-backend-module-kafka/src/actions/createTopicRequestAction.examples';
import { KAFKA, kafkaApplication, kafkaDone } from './__testUtils__/kafka';
import {
  eventually,
  type Portal,
  startPortal,
} from './__testUtils__/startPortal';

jest.setTimeout(120_000);

const EXAMPLES: Record<string, { example: string }[]> = {
  'kafka:application:request': application,
  'kafka:topic:request': topic,
  'kafka:access:request': access,
};

const nameOf = (action: string, index: number) =>
  `${action.replaceAll(':', '-')}-${index}`;

/** The example as it is shown is the steps of the template. */
const templateOf = (name: string, example: string) => `
apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata: { name: ${name} }
spec:
  type: kafka
  owner: group:default/template-authors
${example.replace(/^(?=.)/gm, '  ')}
  output:
    requests: "\${{ steps }}"
`;

const TEMPLATES = Object.entries(EXAMPLES).flatMap(([action, examples]) =>
  examples.map(({ example }, index) =>
    templateOf(nameOf(action, index), example),
  ),
);

describe('the examples of the Kafka actions', () => {
  let portal: Portal;

  // Jest has a realm of its own, and the scaffolder's templates take arrays of none but theirs.
  const nodeFetch = globalThis.fetch;
  beforeAll(() => {
    globalThis.fetch = async (...call) => {
      const response = await nodeFetch(...call);
      const json = async () => JSON.parse(await response.text());
      return Object.assign(response, { json });
    };
  });
  afterAll(() => {
    globalThis.fetch = nodeFetch;
  });

  beforeAll(async () => {
    // Who may run and dry-run tasks is another question than what becomes of them.
    portal = await startPortal({
      permissions: false,
      settings: KAFKA,
      templates: TEMPLATES,
    });
    await eventually(
      () => portal.post('pat', 'kafka-self-serve/environments/dev/sync'),
      ({ status }) => status === 200,
    );
  });

  afterAll(() => portal?.stop());

  const outputOf = (steps: Record<string, { output: any }>) =>
    Object.values(steps)[0].output;

  /** As people start it; what its step put out. */
  async function run(who: string, template: string) {
    await eventually(
      () =>
        portal.get(
          who,
          `catalog/entities/by-name/template/default/${template}`,
        ),
      ({ status }) => status === 200,
    );
    const { body } = await portal.post(who, 'scaffolder/v2/tasks', {
      templateRef: `template:default/${template}`,
      values: {},
    });
    const end = await portal.endOf(body.id);
    const { body: events } = await portal.get(
      who,
      `scaffolder/v2/tasks/${body.id}/events`,
    );
    const { output } = events.find(
      ({ type }: any) => type === 'completion',
    ).body;
    return { ...end, output: output && outputOf(output.requests) };
  }

  async function dryRun(who: string, template: string) {
    const { body: entity } = await eventually(
      () =>
        portal.get(
          who,
          `catalog/entities/by-name/template/default/${template}`,
        ),
      ({ status }) => status === 200,
    );
    const { status, body } = await portal.post(who, 'scaffolder/v2/dry-run', {
      template: entity,
      values: {},
      directoryContents: [],
    });
    const said = (body.log ?? []).map((line: any) => line.body.message);
    return { status, error: body.error, said: said.join('\n') };
  }

  const requestCount = async () => {
    const { body } = await portal.get(
      'pia',
      'kafka-self-serve/requests/counts',
    );
    return body.all;
  };
  const get = async (who: string, id: string) =>
    (await portal.get(who, `kafka-self-serve/requests/${id}`)).body;

  it('are those that the scaffolder shows', async () => {
    const { body } = await portal.get('pia', 'scaffolder/v2/actions');
    const shown = body.filter(({ id }: { id: string }) =>
      id.startsWith('kafka:'),
    );
    expect(
      Object.fromEntries(shown.map(({ id, examples }: any) => [id, examples])),
    ).toEqual(EXAMPLES);
  });

  it('ask for an application, as a draft of the person who ran the task', async () => {
    const template = nameOf('kafka:application:request', 0);
    const dry = await dryRun('pia', template);
    expect({ status: dry.status, requests: await requestCount() }).toEqual({
      status: 200,
      requests: 0,
    });
    expect(dry.said).toContain('refunds');

    const { status, log, output } = await run('pia', template);
    expect({ status, log }).toMatchObject({ status: 'completed' });
    expect(output).toMatchObject({ decision: 'draft' });
    const path = `kafka-self-serve/requests/${output.requestId}`;
    expect(await get('pia', output.requestId)).toMatchObject({
      kind: 'kafka.application',
      requesterRef: 'user:default/pia',
      justification: 'Refunds are to be events of their own',
    });
    expect((await portal.post('pia', `${path}/submit`)).status).toBe(200);
    const { planDigest } = await get('pat', output.requestId);
    await portal.post('pat', `${path}/approve`, { planDigest });
    await eventually(
      () => get('pia', output.requestId),
      ({ execution }) => execution === 'succeeded',
    );
  });

  it('ask for topics, alone and with what belongs to them', async () => {
    await kafkaApplication(portal, {
      by: 'pia',
      name: 'ledger',
      team: 'payments',
    });
    await kafkaDone(portal, { by: 'pia' }, 'kafka.application-instance', {
      operation: 'create',
      application: 'refunds',
      environment: 'dev',
      principals: ['User:refunds'],
      patterns: [{ type: 'TOPIC', pattern: 'PREFIXED', name: 'refunds.' }],
    });
    const before = await requestCount();
    for (const [index, { kind, decision }] of [
      { kind: 'kafka.topic', decision: 'draft' },
      { kind: 'kafka.bundle', decision: 'approved' },
    ].entries()) {
      const template = nameOf('kafka:topic:request', index);
      const dry = await dryRun('pia', template);
      expect([template, dry.status, dry.error]).toEqual([
        template,
        200,
        undefined,
      ]);
      expect(await requestCount()).toBe(before + index);
      const { status, log, output } = await run('pia', template);
      expect({ status, log }).toMatchObject({ status: 'completed' });
      expect(await get('pia', output.requestId)).toMatchObject({ kind });
      expect([decision, 'pending']).toContain(output.decision);
      // What is asked for is what the dry run showed.
      const { view } = await get('pia', output.requestId);
      for (const effect of view.effects) expect(dry.said).toContain(effect);
      expect(output.changes).toEqual(view.fields);
    }
  });

  it('are refused in a dry run and in a task to whoever may not', async () => {
    const template = nameOf('kafka:topic:request', 0);
    const before = await requestCount();
    const dry = await dryRun('gus', template);
    expect(dry.status).not.toBe(200);
    expect(JSON.stringify(dry.error)).toContain('user:default/gus');
    const { status, log } = await run('gus', template);
    expect(status).toBe('failed');
    expect(log).toContain('user:default/gus');
    expect(await requestCount()).toBe(before);
  });

  it('ask for access to a topic', async () => {
    const template = nameOf('kafka:access:request', 0);
    const { body: grants } = await eventually(
      () => portal.get('pia', 'kafka-self-serve/grants'),
      ({ body }) => body.items.length === 1,
    );
    // It came with the topic.
    await kafkaDone(portal, { by: 'pia' }, 'kafka.revoke', {
      environment: 'dev',
      grant: grants.items[0].id,
    });
    const dry = await dryRun('pia', template);
    expect([dry.status, dry.error]).toEqual([200, undefined]);
    const { status, log, output } = await run('pia', template);
    expect({ status, log }).toMatchObject({ status: 'completed' });
    expect(output.changes).not.toEqual([]);
    expect(await get('pia', output.requestId)).toMatchObject({
      kind: 'kafka.grant',
      decision: 'draft',
    });
  });
});
