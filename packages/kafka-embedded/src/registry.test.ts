// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { request } from 'node:http';
import { EmbeddedCluster } from '.';
import { describeWithCluster } from './__testUtils__/describeWithCluster';

let cluster: EmbeddedCluster;
let subjects = 0;
/** A subject of its own for each test. */
let subject: string;

beforeAll(async () => {
  cluster = await EmbeddedCluster.start({ clusterId: 'schemas', brokers: 1 });
});
beforeEach(() => {
  subject = `orders/${++subjects}-value`;
});
afterAll(() => cluster.stop());

async function call(method: string, path: string, body?: unknown) {
  const answer = await fetch(`${cluster.registryUrl}${path}`, {
    method,
    headers: { 'content-type': 'application/vnd.schemaregistry.v1+json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
}

const at = (name: string, rest = '') =>
  `/subjects/${encodeURIComponent(name)}${rest}`;

type Field = { name: string; type: unknown; default?: unknown };
const record = (name: string, fields: Field[]) => ({
  schema: JSON.stringify({ type: 'record', name, fields }),
});
const ID: Field = { name: 'id', type: 'string' };
const NOTE: Field = { name: 'note', type: 'string' };
const OPTIONAL: Field = { ...NOTE, default: '' };

const order = (...fields: Field[]) => record(`Order${subjects}`, fields);
const register = (schema: object, name = subject) =>
  call('POST', at(name, '/versions'), schema);
const setLevel = (compatibility: string) =>
  call('PUT', `/config/${encodeURIComponent(subject)}`, { compatibility });
const failing = (status: number, code: number) => ({
  status,
  body: expect.objectContaining({ error_code: code }),
});
const answering = (body: unknown) => ({ status: 200, body });

describeWithCluster('subjects and schemas', () => {
  it('keeps versions, under ids that equal schemas share', async () => {
    const first = order(ID);
    const { body: registered } = await register(first);
    expect(await register(first)).toEqual(answering(registered));
    expect(await register(first, `${subject}-copy`)).toEqual(
      answering(registered),
    );
    const { body: second } = await register(order(ID, OPTIONAL));
    expect(second.id).toBeGreaterThan(registered.id);

    expect(await call('GET', at(subject, '/versions'))).toEqual(
      answering([1, 2]),
    );
    const version = { subject, id: registered.id, version: 1, ...first };
    expect(await call('GET', at(subject, '/versions/1'))).toEqual(
      answering(version),
    );
    expect(await call('GET', at(subject, '/versions/latest'))).toMatchObject(
      answering({ version: 2 }),
    );
    expect(await call('GET', at(subject, '/versions/1/schema'))).toEqual(
      answering(JSON.parse(first.schema)),
    );
    expect(await call('POST', at(subject), first)).toEqual(answering(version));
    expect(await call('GET', `/schemas/ids/${registered.id}`)).toEqual(
      answering(first),
    );
    expect(await call('GET', `/schemas/ids/${registered.id}/versions`)).toEqual(
      answering([
        { subject, version: 1 },
        { subject: `${subject}-copy`, version: 1 },
      ]),
    );
    expect(
      await call(
        'GET',
        `/subjects?subjectPrefix=${encodeURIComponent(subject)}`,
      ),
    ).toEqual(answering([subject, `${subject}-copy`]));
  });

  it('takes the same schema for the same, however it is spaced', async () => {
    const { body } = await register(order(ID));
    const spaced = JSON.stringify(JSON.parse(order(ID).schema), undefined, 2);
    expect(await register({ schema: spaced, schemaType: 'AVRO' })).toEqual(
      answering(body),
    );
  });

  it('says what is not there', async () => {
    expect(await call('GET', at(subject, '/versions'))).toEqual(
      failing(404, 40401),
    );
    expect(await call('GET', at(subject, '/versions/1'))).toEqual(
      failing(404, 40401),
    );
    await register(order(ID));
    expect(await call('GET', at(subject, '/versions/7'))).toEqual(
      failing(404, 40402),
    );
    expect(await call('GET', at(subject, '/versions/x'))).toEqual(
      failing(422, 42202),
    );
    expect(await call('POST', at(subject), order(NOTE))).toEqual(
      failing(404, 40403),
    );
    expect(await call('GET', '/schemas/ids/99999')).toEqual(
      failing(404, 40403),
    );
    expect(await call('GET', '/nowhere')).toEqual(failing(404, 404));
  });

  it('refuses what is no schema', async () => {
    for (const schema of [
      { schema: '{"type":"record"}' },
      { schema: 'not JSON', schemaType: 'JSON' },
      { schema: '', schemaType: 'PROTOBUF' },
      { schema: '{}', schemaType: 'XML' },
    ]) {
      expect(await register(schema)).toEqual(failing(422, 42201));
    }
    expect(await call('GET', at(subject, '/versions'))).toEqual(
      failing(404, 40401),
    );
  });

  it('keeps JSON and Protobuf schemas', async () => {
    const proto = {
      schema: 'syntax = "proto3"; message Order {}',
      schemaType: 'PROTOBUF',
    };
    const { body } = await register(proto);
    expect(await call('GET', `/schemas/ids/${body.id}`)).toEqual(
      answering(proto),
    );
    expect(await register(order(ID))).toEqual(failing(409, 409));
  });
});

describeWithCluster('references', () => {
  it('bring in named types, and keep what they name', async () => {
    const address = `${subject}-address`;
    await register(record(`Address${subjects}`, [NOTE]), address);
    const using = {
      ...order({ name: 'to', type: `Address${subjects}` }),
      references: [
        { name: `Address${subjects}`, subject: address, version: 1 },
      ],
    };
    expect(await register({ ...using, references: [] })).toEqual(
      failing(422, 42201),
    );
    const { body } = await register(using);
    expect(await call('GET', at(address, '/versions/1/referencedby'))).toEqual(
      answering([body.id]),
    );
    expect(await call('DELETE', at(address))).toEqual(failing(422, 42206));
    expect(await call('DELETE', at(address, '/versions/1'))).toEqual(
      failing(422, 42206),
    );
    await call('DELETE', at(subject));
    expect(await call('DELETE', at(address))).toEqual(answering([1]));
  });

  it('have to lead somewhere', async () => {
    const references = [{ name: 'Gone', subject: 'gone', version: 1 }];
    expect(await register({ ...order(ID), references })).toEqual(
      failing(422, 42201),
    );
  });
});

describeWithCluster('compatibility', () => {
  const NEW_OPTIONAL = [ID, OPTIONAL];
  const NEW_REQUIRED = [ID, NOTE];
  it.each([
    ['BACKWARD', NEW_OPTIONAL, true],
    ['BACKWARD', NEW_REQUIRED, false],
    ['FORWARD', NEW_REQUIRED, true],
    ['FORWARD', [NOTE], false],
    ['FULL', NEW_OPTIONAL, true],
    ['FULL', NEW_REQUIRED, false],
    ['NONE', [NOTE], true],
  ])('with %s: %j is %s', async (level, fields, compatible) => {
    await register(order(ID));
    await setLevel(level);
    const path = `/compatibility${at(subject, '/versions/latest')}`;
    expect(await call('POST', path, order(...fields))).toEqual(
      answering({ is_compatible: compatible }),
    );
    const registered = await register(order(...fields));
    expect(registered.status).toBe(compatible ? 200 : 409);
    const versions = compatible ? [1, 2] : [1];
    expect(await call('GET', at(subject, '/versions'))).toEqual(
      answering(versions),
    );
  });

  it('looks at every version when transitive, and else at the last', async () => {
    const path = `/compatibility${at(subject, '/versions')}?verbose=true`;
    await setLevel('NONE');
    await register(order(ID));
    await register(order(ID, NOTE));
    await setLevel('BACKWARD');
    expect(await call('POST', path, order(NOTE))).toEqual(
      answering({ is_compatible: true, messages: [] }),
    );
    await setLevel('BACKWARD_TRANSITIVE');
    expect(await call('POST', path, order(NOTE))).toEqual(
      answering({
        is_compatible: false,
        messages: [expect.stringContaining('version 1')],
      }),
    );
  });

  it('lets anything be the first version, and knows no other that is not there', async () => {
    const of = (version: string) =>
      call('POST', `/compatibility${at(subject, version)}`, order(ID));
    expect(await of('/versions/latest')).toEqual(
      answering({ is_compatible: true }),
    );
    expect(await of('/versions/3')).toEqual(failing(404, 40401));
  });

  it('registers one of two that do not go together', async () => {
    await register(order(ID));
    const both = await Promise.all([
      register(order(ID, { name: 'x', type: 'int', default: 0 })),
      register(order(ID, { name: 'x', type: 'string', default: '' })),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describeWithCluster('config and mode', () => {
  const config = (query = '') =>
    `/config/${encodeURIComponent(subject)}${query}`;
  const mode = (query = '') => `/mode/${encodeURIComponent(subject)}${query}`;

  it('has a level for all, and one for a subject', async () => {
    expect(await call('GET', '/config')).toEqual(
      answering({ compatibilityLevel: 'BACKWARD' }),
    );
    expect(await call('GET', config())).toEqual(failing(404, 40408));
    expect(await call('GET', config('?defaultToGlobal=true'))).toEqual(
      answering({ compatibilityLevel: 'BACKWARD' }),
    );
    expect(await setLevel('FULL')).toEqual(
      answering({ compatibility: 'FULL' }),
    );
    expect(await call('GET', config())).toEqual(
      answering({ compatibilityLevel: 'FULL' }),
    );
    expect(await setLevel('SOMETIMES')).toEqual(failing(422, 42203));
    expect((await call('GET', '/subjects?deleted=true')).body).not.toContain(
      subject,
    );
    await call('DELETE', config());
    expect(await call('GET', config())).toEqual(failing(404, 40408));
  });

  it('takes another level for all', async () => {
    await call('PUT', '/config', { compatibility: 'NONE' });
    await register(order(ID));
    expect(await register(order(NOTE))).toMatchObject({ status: 200 });
    await call('DELETE', '/config');
    expect(await call('GET', '/config')).toEqual(
      answering({ compatibilityLevel: 'BACKWARD' }),
    );
  });

  it('changes nothing in a subject that is read-only', async () => {
    await register(order(ID));
    expect(await call('GET', mode())).toEqual(failing(404, 40409));
    await call('PUT', mode(), { mode: 'READONLY' });
    expect(await register(order(ID, OPTIONAL))).toEqual(failing(422, 42205));
    expect(await call('DELETE', at(subject))).toEqual(failing(422, 42205));
    await call('DELETE', mode());
    expect(await call('GET', mode('?defaultToGlobal=true'))).toEqual(
      answering({ mode: 'READWRITE' }),
    );
    expect(await register(order(ID, OPTIONAL))).toMatchObject({ status: 200 });
    expect(await call('PUT', mode(), { mode: 'SLOW' })).toEqual(
      failing(422, 42204),
    );
  });
});

describeWithCluster('deletion', () => {
  it('is soft first, then for good', async () => {
    const { body } = await register(order(ID));
    expect(await call('DELETE', at(subject, '?permanent=true'))).toEqual(
      failing(404, 40405),
    );
    expect(await call('DELETE', at(subject))).toEqual(answering([1]));
    expect(await call('DELETE', at(subject))).toEqual(failing(404, 40404));
    expect((await call('GET', '/subjects')).body).not.toContain(subject);
    expect((await call('GET', '/subjects?deleted=true')).body).toContain(
      subject,
    );
    expect(await call('GET', `/schemas/ids/${body.id}`)).toMatchObject({
      status: 200,
    });

    expect(await call('DELETE', at(subject, '?permanent=true'))).toEqual(
      answering([1]),
    );
    expect((await call('GET', '/subjects?deleted=true')).body).not.toContain(
      subject,
    );
    expect(await call('GET', `/schemas/ids/${body.id}`)).toEqual(
      failing(404, 40403),
    );
  });

  it('takes single versions, and never gives a number twice', async () => {
    await register(order(ID));
    await register(order(ID, OPTIONAL));
    expect(
      await call('DELETE', at(subject, '/versions/2?permanent=true')),
    ).toEqual(failing(404, 40407));
    expect(await call('DELETE', at(subject, '/versions/latest'))).toEqual(
      answering(2),
    );
    expect(await call('DELETE', at(subject, '/versions/2'))).toEqual(
      failing(404, 40406),
    );
    expect(await call('GET', at(subject, '/versions'))).toEqual(answering([1]));
    await register(order(ID, { ...OPTIONAL, name: 'other' }));
    expect(await call('GET', at(subject, '/versions'))).toEqual(
      answering([1, 3]),
    );
    expect(
      await call('DELETE', at(subject, '/versions/2?permanent=true')),
    ).toEqual(answering(2));
  });

  it('lets a subject come back', async () => {
    await register(order(ID));
    await call('DELETE', at(subject));
    expect(await register(order(NOTE))).toMatchObject({ status: 200 });
    expect(await call('GET', at(subject, '/versions'))).toEqual(answering([2]));
  });
});

describeWithCluster('web pages', () => {
  const statusOf = (headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      request(`${cluster.registryUrl}/subjects`, { headers }, answer => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });

  it('get no answer, whatever name they call this computer', async () => {
    expect(await statusOf({})).toBe(200);
    expect(await statusOf({ origin: 'https://example.com' })).toBe(403);
    expect(await statusOf({ host: 'rebound.example.com' })).toBe(403);
  });
});
