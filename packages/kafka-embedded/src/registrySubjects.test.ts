// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { request } from 'node:http';
import { describeWithCluster } from './__testUtils__/describeWithCluster';
import {
  answering,
  at,
  failing,
  ID,
  NOTE,
  OPTIONAL,
  record,
  useRegistry,
} from './__testUtils__/useRegistry';

const { call, number, order, register, subject, url } = useRegistry();

describeWithCluster('subjects and schemas', () => {
  it('keeps versions, under ids that equal schemas share', async () => {
    const first = order(ID);
    const { body: registered } = await register(first);
    expect(await register(first)).toEqual(answering(registered));
    expect(await register(first, `${subject()}-copy`)).toEqual(
      answering(registered),
    );
    const { body: second } = await register(order(ID, OPTIONAL));
    expect(second.id).toBeGreaterThan(registered.id);

    expect(await call('GET', at(subject(), '/versions'))).toEqual(
      answering([1, 2]),
    );
    const version = {
      subject: subject(),
      id: registered.id,
      version: 1,
      ...first,
    };
    expect(await call('GET', at(subject(), '/versions/1'))).toEqual(
      answering(version),
    );
    expect(await call('GET', at(subject(), '/versions/latest'))).toMatchObject(
      answering({ version: 2 }),
    );
    expect(await call('GET', at(subject(), '/versions/1/schema'))).toEqual(
      answering(JSON.parse(first.schema)),
    );
    expect(await call('POST', at(subject()), first)).toEqual(
      answering(version),
    );
    expect(await call('GET', `/schemas/ids/${registered.id}`)).toEqual(
      answering(first),
    );
    expect(await call('GET', `/schemas/ids/${registered.id}/versions`)).toEqual(
      answering([
        { subject: subject(), version: 1 },
        { subject: `${subject()}-copy`, version: 1 },
      ]),
    );
    expect(
      await call(
        'GET',
        `/subjects?subjectPrefix=${encodeURIComponent(subject())}`,
      ),
    ).toEqual(answering([subject(), `${subject()}-copy`]));
  });

  it('takes the same schema for the same, however it is spaced', async () => {
    const { body } = await register(order(ID));
    const spaced = JSON.stringify(JSON.parse(order(ID).schema), undefined, 2);
    expect(await register({ schema: spaced, schemaType: 'AVRO' })).toEqual(
      answering(body),
    );
  });

  it('says what is not there', async () => {
    expect(await call('GET', at(subject(), '/versions'))).toEqual(
      failing(404, 40401),
    );
    expect(await call('GET', at(subject(), '/versions/1'))).toEqual(
      failing(404, 40401),
    );
    await register(order(ID));
    expect(await call('GET', at(subject(), '/versions/7'))).toEqual(
      failing(404, 40402),
    );
    expect(await call('GET', at(subject(), '/versions/x'))).toEqual(
      failing(422, 42202),
    );
    expect(await call('POST', at(subject()), order(NOTE))).toEqual(
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
    expect(await call('GET', at(subject(), '/versions'))).toEqual(
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
    const address = `${subject()}-address`;
    await register(record(`Address${number()}`, [NOTE]), address);
    const using = {
      ...order({ name: 'to', type: `Address${number()}` }),
      references: [
        { name: `Address${number()}`, subject: address, version: 1 },
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
    await call('DELETE', at(subject()));
    expect(await call('DELETE', at(address))).toEqual(answering([1]));
  });

  it('have to lead somewhere', async () => {
    const references = [{ name: 'Gone', subject: 'gone', version: 1 }];
    expect(await register({ ...order(ID), references })).toEqual(
      failing(422, 42201),
    );
  });
});

describeWithCluster('web pages', () => {
  const statusOf = (headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      request(`${url()}/subjects`, { headers }, answer => {
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
