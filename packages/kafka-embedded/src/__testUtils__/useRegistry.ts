// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { EmbeddedCluster } from '..';

interface Field {
  name: string;
  type: unknown;
  default?: unknown;
}

export const ID: Field = { name: 'id', type: 'string' };
export const NOTE: Field = { name: 'note', type: 'string' };
export const OPTIONAL: Field = { ...NOTE, default: '' };

export const record = (name: string, fields: Field[]) => ({
  schema: JSON.stringify({ type: 'record', name, fields }),
});

/** The path of a subject. */
export const at = (name: string, rest = '') =>
  `/subjects/${encodeURIComponent(name)}${rest}`;

export const failing = (status: number, code: number) => ({
  status,
  body: expect.objectContaining({ error_code: code }),
});
export const answering = (body: unknown) => ({ status: 200, body });

/** A registry for the tests of a file, and a subject of its own for each of them. */
export function useRegistry() {
  let cluster: EmbeddedCluster;
  let subjects = 0;

  beforeAll(async () => {
    cluster = await EmbeddedCluster.start({ clusterId: 'schemas', brokers: 1 });
  });
  beforeEach(() => {
    subjects += 1;
  });
  afterAll(() => cluster.stop());

  const url = () => cluster.registryUrl!;
  const number = () => subjects;
  const subject = () => `orders/${subjects}-value`;

  async function call(method: string, path: string, body?: unknown) {
    const answer = await fetch(`${url()}${path}`, {
      method,
      headers: { 'content-type': 'application/vnd.schemaregistry.v1+json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: answer.status, body: await answer.json() };
  }

  return {
    url,
    /** Of the test: for names that no other takes. */
    number,
    subject,
    call,
    order: (...fields: Field[]) => record(`Order${subjects}`, fields),
    register: (schema: object, name = subject()) =>
      call('POST', at(name, '/versions'), schema),
    setLevel: (compatibility: string) =>
      call('PUT', `/config/${encodeURIComponent(subject())}`, {
        compatibility,
      }),
  };
}
