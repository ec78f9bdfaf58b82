// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ResponseError } from '@backstage/errors';
import { describeError } from './describeError';

const responseError = (status: number, error: object) =>
  ResponseError.fromResponse(
    Response.json({ error, response: { statusCode: status } }, { status }),
  );

describe('describeError', () => {
  it('prefers the stable code and the message of the server', async () => {
    expect(
      describeError(
        await responseError(404, {
          name: 'NotFoundError',
          message: 'There is no change "x".',
          code: 'change-not-found',
        }),
      ),
    ).toEqual({
      kind: 'notFound',
      code: 'change-not-found',
      message: 'There is no change "x".',
      rule: undefined,
      askFor: [],
    });
  });

  it('finds the rule and whom to ask in a refusal', async () => {
    const error = await responseError(403, {
      name: 'NotAllowedError',
      message: 'No.',
      code: 'policy-denied',
      details: {
        decisions: [
          { decision: 'allow', by: 'owners-nonprod', askFor: [] },
          {
            decision: 'deny',
            by: 'default',
            askFor: ['group:default/netops', 'group:default/platform'],
          },
          { decision: 'deny', by: 'default', askFor: ['group:default/netops'] },
        ],
      },
    });
    expect(describeError(error)).toMatchObject({
      kind: 'notAllowed',
      rule: 'default',
      askFor: ['group:default/netops', 'group:default/platform'],
    });
  });

  it.each([
    [400, 'invalid'],
    [401, 'unauthenticated'],
    [409, 'conflict'],
    [503, 'server'],
    [418, 'unknown'],
  ])('knows what kind of advice %s needs', async (status, kind) => {
    expect(describeError(await responseError(status, {})).kind).toBe(kind);
  });

  it('knows that no answer came', () => {
    expect(describeError(new TypeError('Failed to fetch'))).toMatchObject({
      kind: 'unreachable',
      code: 'TypeError',
    });
  });
});
