// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  approveRequestSchema,
  cancelRequestSchema,
  commentRequestSchema,
  createRequestSchema,
  emptyRequestSchema,
  exportRequestsSchema,
  listRequestsSchema,
  logsQuerySchema,
  previewRequestSchema,
  rejectRequestSchema,
  REQUEST_LIMITS,
  requestFiltersSchema,
  reviseRequestSchema,
} from '.';

const planDigest = '0'.repeat(64);
const long = (characters: number) => 'x'.repeat(characters);
const { textCharacters } = REQUEST_LIMITS;

describe('bodies', () => {
  const create = { kind: 'change', payload: {}, idempotencyKey: 'task-1' };
  const payload = JSON.parse('{"files":[{"path":"a"}],"n":null}');

  it.each([
    ['preview', previewRequestSchema, { kind: 'change', payload }],
    ['create', createRequestSchema, create],
    [
      'create',
      createRequestSchema,
      {
        ...create,
        payload,
        title: long(200),
        justification: long(textCharacters),
        idempotencyKey: long(200),
        submit: 'now',
      },
    ],
    ['create', createRequestSchema, { ...create, title: 'מסד נתונים 👩‍💻' }],
    ['revise', reviseRequestSchema, { payload }],
    ['revise', reviseRequestSchema, { payload, rowVersion: 3 }],
    ['approve', approveRequestSchema, { planDigest }],
    ['approve', approveRequestSchema, { planDigest, comment: 'fine' }],
    ['reject', rejectRequestSchema, { planDigest, comment: 'too large' }],
    ['cancel', cancelRequestSchema, {}],
    ['cancel', cancelRequestSchema, { comment: long(textCharacters) }],
    ['comment', commentRequestSchema, { text: 'hello\nworld 😀' }],
    ['submit', emptyRequestSchema, {}],
  ])('takes %s: %#', (_, schema, body) => {
    expect(schema.parse(body)).toEqual(body);
  });

  it.each([
    ['no kind', createRequestSchema, { ...create, kind: ' ' }, 'kind'],
    ['no payload', previewRequestSchema, { kind: 'x' }, 'payload'],
    ['a list', previewRequestSchema, { kind: 'x', payload: [] }, 'payload'],
    ['nothing', previewRequestSchema, { kind: 'x', payload: null }, 'payload'],
    ['NaN', reviseRequestSchema, { payload: { n: Number.NaN } }, 'payload'],
    ['no key', createRequestSchema, { ...create, idempotencyKey: '' }, 'idem'],
    [
      'a long key',
      createRequestSchema,
      { ...create, idempotencyKey: long(201) },
      'idem',
    ],
    ['a blank title', createRequestSchema, { ...create, title: ' ' }, 'title'],
    [
      'a title of two lines',
      createRequestSchema,
      { ...create, title: 'One\nRequested-by: user:default/pia' },
      'title',
    ],
    [
      'a title that turns the direction of reading',
      createRequestSchema,
      { ...create, title: 'Remove \u202etset' },
      'title',
    ],
    [
      'a long justification',
      createRequestSchema,
      { ...create, justification: long(textCharacters + 1) },
      'justification',
    ],
    ['another moment', createRequestSchema, { ...create, submit: 'x' }, 'subm'],
    ['what it does not know', createRequestSchema, { ...create, x: 1 }, 'x'],
    ['no digest', approveRequestSchema, {}, 'planDigest'],
    ['no true digest', approveRequestSchema, { planDigest: 'x' }, 'planDig'],
    ['no reason', rejectRequestSchema, { planDigest }, 'comment'],
    [
      'a blank reason',
      rejectRequestSchema,
      { planDigest, comment: ' \n\t' },
      'comment',
    ],
    [
      'a long reason',
      rejectRequestSchema,
      { planDigest, comment: long(textCharacters + 1) },
      'comment',
    ],
    ['a blank comment', commentRequestSchema, { text: '  ' }, 'text'],
    ['a NUL', commentRequestSchema, { text: 'a\0b' }, 'text'],
    ['half a character', commentRequestSchema, { text: 'a\ud800' }, 'text'],
    ['half a version', reviseRequestSchema, { payload, rowVersion: 1.5 }, 'ro'],
    ['anything', emptyRequestSchema, { force: true }, 'force'],
  ])('refuses %s', (_, schema, body, where) => {
    const { success, error } = schema.safeParse(body);
    expect(success).toBe(false);
    expect(JSON.stringify(error?.issues)).toContain(where);
  });

  it('says where in the payload something cannot be kept', () => {
    const body = { kind: 'x', payload: { a: [{ b: '\udc00' }] } };
    expect(previewRequestSchema.safeParse(body).error?.issues).toMatchObject([
      {
        path: ['payload'],
        message:
          'cannot be kept: payload.a[0].b has half a character (a lone surrogate)',
      },
    ]);
  });

  it('refuses a payload that is nested without end, instead of failing of it', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`);
    const body = { kind: 'x', payload: deep };
    expect(previewRequestSchema.safeParse(body).success).toBe(false);
  });
});

describe('queries', () => {
  it('takes several values repeated, with commas, or both', () => {
    expect(
      requestFiltersSchema.parse({
        decision: 'pending,approved',
        kind: ['a', 'b, c'],
        environment: 'dev',
        // As query parsers hand over many values.
        owner: { 0: 'group:default/a', 1: 'group:default/b' },
      }),
    ).toEqual({
      decision: ['pending', 'approved'],
      kind: ['a', 'b', 'c'],
      environment: ['dev'],
      owner: ['group:default/a', 'group:default/b'],
    });
  });

  it('leaves commas of a resource alone', () => {
    expect(
      requestFiltersSchema.parse({ resource: ['live:/a,b', 'live:/c'] }),
    ).toEqual({ resource: ['live:/a,b', 'live:/c'] });
  });

  it('takes a filter that is left blank for none', () => {
    expect(
      requestFiltersSchema.parse({ owner: '', kind: ',', text: '  ' }),
    ).toEqual({});
  });

  it('reads flags, times and numbers', () => {
    expect(
      listRequestsSchema.parse({
        waitingForMe: 'true',
        mine: 'false',
        since: '2026-11-22T10:00:00+02:00',
        until: '2026-11-23',
        limit: '100',
        order: 'oldest',
        cursor: 'abc',
      }),
    ).toEqual({
      waitingForMe: true,
      mine: false,
      since: '2026-11-22T08:00:00.000Z',
      until: '2026-11-23T00:00:00.000Z',
      limit: 100,
      order: 'oldest',
      cursor: 'abc',
    });
    expect(listRequestsSchema.parse({})).toEqual({
      limit: 20,
      order: 'newest',
    });
    expect(logsQuerySchema.parse({})).toEqual({ after: 0 });
    expect(logsQuerySchema.parse({ after: '12' })).toEqual({ after: 12 });
    expect(exportRequestsSchema.parse({ format: 'csv', mine: 'true' })).toEqual(
      { format: 'csv', mine: true },
    );
  });

  it.each([
    [{ decision: 'done' }],
    [{ execution: 'pending' }],
    [{ waitingForMe: 'yes' }],
    [{ waitingForMe: ['true', 'false'] }],
    [{ limit: '0' }],
    [{ limit: '101' }],
    [{ limit: 'all' }],
    [{ limit: '1.5' }],
    [{ since: 'yesterday' }],
    [{ since: '2026-11-22T10:00:00' }],
    [{ until: '2026-02-30' }],
    [{ order: 'random' }],
    [{ text: long(201) }],
    [{ text: 'a\0' }],
    [{ owner: { name: 'x' } }],
    [{ owner: Array.from({ length: 51 }, (_, index) => `o${index}`) }],
    [{ kind: long(501) }],
    [{ cursor: '' }],
    [{ decisions: 'pending' }],
  ])('refuses %j', query => {
    expect(listRequestsSchema.safeParse(query).success).toBe(false);
  });

  it('takes as many values as it says', () => {
    const owner = Array.from({ length: 50 }, (_, index) => `o${index}`);
    expect(requestFiltersSchema.parse({ owner })).toEqual({ owner });
    expect(requestFiltersSchema.parse({ owner: owner.join(',') })).toEqual({
      owner,
    });
  });

  it('refuses an export without a format and a sequence below nothing', () => {
    expect(exportRequestsSchema.safeParse({}).success).toBe(false);
    expect(logsQuerySchema.safeParse({ after: '-1' }).success).toBe(false);
  });
});
