// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A client of MCP against the whole portal: what a person's assistant can do is what the person can do, and deciding is
// not among it.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { previewOf } from './__testUtils__/changes';
import { KAFKA, kafkaApplication, kafkaDone } from './__testUtils__/kafka';
import {
  as,
  eventually,
  type Portal,
  startPortal,
} from './__testUtils__/startPortal';
import { DEV, PROD, unitOf } from './__testUtils__/templates';

jest.setTimeout(120_000);

/** As in app-config.yaml. */
const ACTIONS = {
  pluginSources: ['self-service', 'kafka-self-serve', 'scaffolder', 'catalog'],
  filter: {
    include: [
      { id: 'self-service:*' },
      { id: 'kafka-self-serve:*' },
      { id: 'scaffolder:execute-template' },
      { id: 'scaffolder:get-scaffolder-task-logs' },
      { id: 'catalog:get-catalog-entity' },
    ],
  },
};

const READING = [
  'catalog.get-catalog-entity',
  'kafka-self-serve.get-kafka-request',
  'kafka-self-serve.list-kafka-environments',
  'kafka-self-serve.list-kafka-topics',
  'kafka-self-serve.preview-kafka-access',
  'kafka-self-serve.preview-kafka-topic',
  'scaffolder.get-scaffolder-task-logs',
  'self-service.find-self-service-actions',
  'self-service.get-change-request',
  'self-service.preview-change',
];
/** Each is a request, which others decide about, or a task of the person. */
const ASKING = [
  'kafka-self-serve.request-kafka-access',
  'kafka-self-serve.request-kafka-topic',
  'scaffolder.execute-template',
  'self-service.request-change',
];

interface ToolAnswer {
  isError: boolean;
  text: string;
  output: any;
}

describe('through MCP', () => {
  let portal: Portal;
  const clients: Client[] = [];

  beforeAll(async () => {
    portal = await startPortal({
      settings: { ...KAFKA, backend: { actions: ACTIONS } },
    });
    await eventually(
      () => portal.post('pat', 'kafka-self-serve/environments/dev/sync'),
      ({ status }) => status === 200,
    );
    await kafkaApplication(portal, {
      by: 'otto',
      name: 'orders',
      team: 'orders',
    });
    await kafkaApplication(portal, {
      by: 'pia',
      name: 'payments',
      team: 'payments',
    });
    await kafkaDone(portal, { by: 'otto' }, 'kafka.topic', {
      operation: 'create',
      environment: 'dev',
      instance: 'orders@dev',
      name: 'orders.created',
    });
  });

  afterAll(async () => {
    await Promise.all(clients.map(client => client.close()));
    await portal?.stop();
  });

  async function clientOf(who: string): Promise<Client> {
    const client = new Client({ name: 'assistant', version: '1' });
    await client.connect(
      new StreamableHTTPClientTransport(
        new URL(`${portal.url}/api/mcp-actions/v1`),
        { requestInit: { headers: { Authorization: as(who) } } },
      ),
    );
    clients.push(client);
    return client;
  }

  async function call(
    who: string,
    name: string,
    input: object = {},
  ): Promise<ToolAnswer> {
    const client = await clientOf(who);
    const { isError, content, structuredContent } = await client.callTool({
      name,
      arguments: { ...input },
    });
    const [{ text }] = content as { text: string }[];
    return { isError: Boolean(isError), text, output: structuredContent };
  }

  it('offers reading and asking, and nothing that decides', async () => {
    const { tools } = await (await clientOf('pia')).listTools();
    const named = (readOnly: boolean) =>
      tools
        .filter(({ annotations }) => annotations?.readOnlyHint === readOnly)
        .map(({ name }) => name)
        .sort();
    expect(named(true)).toEqual(READING);
    expect(named(false)).toEqual(ASKING);
    for (const { name } of tools) {
      expect(name).not.toMatch(/approve|reject|cancel|decide|delete/);
    }
  });

  it('has nothing for nobody, and no rights for a service', async () => {
    await expect(clientOf('nobody')).rejects.toThrow();
    const { isError } = await call(
      'service',
      'kafka-self-serve.list-kafka-topics',
    );
    expect(isError).toBe(true);
  });

  it('reads topics, and asks for access to one, which its owner decides', async () => {
    const { output: page } = await call(
      'pia',
      'kafka-self-serve.list-kafka-topics',
      { environment: 'dev', query: 'created' },
    );
    expect(page.topics).toMatchObject([
      { name: 'orders.created', owner: 'group:default/orders' },
    ]);
    const access = {
      environment: 'dev',
      grantee: 'payments@dev',
      access: 'CONSUME',
      topic: 'orders.created',
      group: 'payments.',
    };
    const { output: asked } = await call(
      'pia',
      'kafka-self-serve.request-kafka-access',
      { ...access, submit: 'now', reason: 'Payments follow orders' },
    );
    expect(asked).toMatchObject({ decision: 'pending' });

    const path = `kafka-self-serve/requests/${asked.id}`;
    const { body } = await portal.get('otto', path);
    expect(body.justification).toBe('Payments follow orders');
    // By the same person on the page: she may not either.
    const verdict = { planDigest: body.planDigest };
    const own = await portal.post('pia', `${path}/approve`, verdict);
    expect(own.status).toBe(403);
    for (const name of [
      'kafka-self-serve.approve-kafka-request',
      'kafka-self-serve:approve',
    ]) {
      const tried = await call('otto', name, { id: asked.id, ...verdict });
      expect([name, tried.isError, tried.text]).toEqual([
        name,
        true,
        expect.stringContaining('not found'),
      ]);
    }
    expect((await portal.post('otto', `${path}/approve`, verdict)).status).toBe(
      200,
    );
    await eventually(
      () => call('pia', 'kafka-self-serve.get-kafka-request', asked),
      ({ output }) => output?.execution === 'succeeded',
    );
  });

  it('refuses in the words of the pages', async () => {
    const { isError, text } = await call(
      'gus',
      'kafka-self-serve.request-kafka-topic',
      {
        environment: 'dev',
        instance: 'orders@dev',
        name: 'orders.gus',
        submit: 'now',
      },
    );
    expect(isError).toBe(true);
    expect(text).toContain('user:default/gus');
  });

  it('finds what can be ordered, and says where not', async () => {
    const find = (who: string, input: object) =>
      call(who, 'self-service.find-self-service-actions', input);
    const { output } = await eventually(
      () => find('pia', { query: 'databases' }),
      answer => answer.output?.actions.length === 1,
    );
    const [action] = output.actions;
    expect(action).toMatchObject({
      templateRef: 'template:default/database',
      operation: 'create',
    });
    expect(action.environments.map(({ name }: any) => name)).toContain('dev');

    expect((await find('gus', {})).output.actions).toEqual([]);
    const { output: closed } = await find('gus', { all: true });
    expect(closed.actions).toMatchObject([
      {
        environments: [],
        refused: expect.arrayContaining([
          expect.objectContaining({
            environment: 'dev',
            because: expect.stringContaining('user:default/gus'),
          }),
        ]),
      },
    ]);
  });

  it('previews a change, asks for it and follows it to its end', async () => {
    const { payload } = previewOf({
      [`${DEV}/assisted-db/terragrunt.hcl`]: unitOf('postgres-database'),
    });
    const before = await portal.branches();
    const { output: preview } = await call(
      'pia',
      'self-service.preview-change',
      payload,
    );
    expect(preview.effects.join()).toContain('assisted-db');
    expect(await portal.branches()).toEqual(before);

    const draft = await call('pia', 'self-service.request-change', payload);
    expect(draft.output).toMatchObject({ decision: 'draft' });
    expect(await portal.branches()).toEqual(before);

    const { output: asked } = await call('pia', 'self-service.request-change', {
      ...payload,
      submit: 'now',
    });
    await eventually(
      () => call('pia', 'self-service.get-change-request', { id: asked.id }),
      ({ output }) => output?.execution === 'succeeded',
    );
    const other = await call('otto', 'self-service.get-change-request', {
      id: asked.id,
    });
    expect(other.isError).toBe(true);
  });

  it('is stopped by the change gate, however a change is asked for', async () => {
    const before = await portal.branches();
    const { payload } = previewOf({
      [`${PROD}/assisted-net/terragrunt.hcl`]: unitOf('network'),
    });
    for (const tool of ['preview-change', 'request-change']) {
      const { isError, text } = await call('pia', `self-service.${tool}`, {
        ...payload,
        ...(tool === 'request-change' && { submit: 'now' }),
      });
      expect([tool, isError]).toEqual([tool, true]);
      expect(text).toMatch(/user:default\/pia may not deploy networking/);
    }
    const { output } = await call('gus', 'scaffolder.execute-template', {
      templateRef: 'template:default/order',
      values: { name: 'guests-db' },
    });
    const { status, log } = await portal.endOf(output.taskId);
    expect(status).toBe('failed');
    expect(log).toMatch(/user:default\/gus may not/);
    expect(await portal.branches()).toEqual(before);
  });
});
