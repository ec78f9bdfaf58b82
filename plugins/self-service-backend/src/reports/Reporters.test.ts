// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  codeOf,
  type Portal,
  RUNNER,
  service,
  startPortal,
} from '../__testUtils__/portal';

jest.setTimeout(60_000);

describe('who reports', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      // As people write it who know the subject of their token only.
      settings: { report: { subjects: ['demo-runner', 'external:named'] } },
    });
  });

  afterAll(() => portal.stop());

  const pending = (as: string) => portal.send('get', '/report/pending', { as });

  it('is told how the subject of a static token is written', async () => {
    const refused = await pending(RUNNER);
    expect(refused.status).toBe(403);
    expect(codeOf(refused)).toBe('report-subject-refused');
    expect(refused.body.error.message).toContain(
      '"external:demo-runner" may not report.',
    );
    expect(refused.body.error.message).toContain('with "external:" before it');
    const allowed = await pending(service('external:named'));
    expect(allowed.status).toBe(200);
  });
});
