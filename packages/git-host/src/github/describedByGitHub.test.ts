// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What the double may not do unnoticed; what it does is held against GitHub's description in every test that uses it.
import { GitHubDouble, TOKEN } from './__testUtils__/GitHubDouble';

const COMBINED = `/commits/${'a'.repeat(40)}/status`;

describe('a double of GitHub', () => {
  async function lives(answer: {
    path: string;
    status?: number;
    body?: unknown;
  }): Promise<void> {
    const double = await GitHubDouble.create();
    double.interrupt = () => answer;
    await fetch(`${double.apiBaseUrl}/repos/acme/infra${answer.path}`, {
      headers: { authorization: `token ${TOKEN}` },
    });
    await double.dispose();
  }

  it('answers a part of what GitHub does', async () => {
    const body = { state: 'pending', statuses: [{ context: 'plan' }] };
    await expect(lives({ path: COMBINED, body })).resolves.toBeUndefined();
  });

  it.each([
    ['a field that is none', { body: { colour: 'red' } }, /"colour"/],
    [
      'a field that is none, further in',
      { body: { statuses: [{ of: 'x' }] } },
      /body\/statuses\/0 .*"of"/,
    ],
    ['a value of another type', { body: { total_count: '1' } }, /total_count/],
    ['a status that is none of it', { status: 409, body: {} }, /: 409: no/],
  ])('is caught by its end answering %s', async (_, answer, words) => {
    await expect(lives({ path: COMBINED, ...answer })).rejects.toThrow(words);
  });

  it('is caught answering what GitHub has no operation for', async () => {
    const answer = { path: '/git/nothing', body: {} };
    await expect(lives(answer)).rejects.toThrow('no operation');
  });
});
