// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What a change asks for beside its files, and what is said about it, over HTTP on a real repository.
import type { ChangePayload } from '@fairway/backstage-plugin-self-service-common';
import {
  codeOf,
  person,
  type Portal,
  service,
  startPortal,
} from '../__testUtils__/portal';
import { DEV, LIVE, unit } from '../__testUtils__/world';

jest.setTimeout(60_000);

let portal: Portal;

beforeAll(async () => {
  portal = await startPortal();
});

afterAll(() => portal.stop());

const filesOf = (name: string, content = unit()) => [
  { path: `${DEV}/${name}/terragrunt.hcl`, content },
];

const preview = (
  name: string,
  payload: Partial<ChangePayload>,
  requestId?: string,
) =>
  portal.send('post', '/requests/preview', {
    as: person(name),
    body: { kind: 'change', payload: { repoUrl: LIVE, ...payload }, requestId },
  });

describe('wishes of a change', () => {
  it('puts labels on its pull request, and says what this host has not', async () => {
    const opened = await portal.open('pia', filesOf('labelled-db'), {
      labels: ['database', 'self-service'],
      reviewers: 'auto',
      draft: true,
    });
    const { pullRequestNumber: number } = opened.outputs;
    const { host } = portal.world;
    const change = await host.getChange(
      { host: 'local', owner: 'acme', repo: 'infrastructure-live' },
      { number: number! },
    );
    expect(change!.labels).toEqual(['database', 'self-service']);
    expect(opened.checks).toEqual(
      expect.arrayContaining([
        {
          name: 'Labels on the host',
          state: 'passed',
          summary: 'database, self-service',
        },
        expect.objectContaining({
          name: 'Reviewers on the host',
          state: 'warning',
        }),
        expect.objectContaining({
          name: 'Draft on the host',
          state: 'warning',
        }),
      ]),
    );
  });

  it('is as quiet as ever where nothing is wished', async () => {
    const opened = await portal.open('pia', filesOf('plain-db'));
    expect(opened.checks.map(({ name }) => name)).toEqual([
      expect.stringContaining('Ownership policy'),
    ]);
  });

  it('lives as long as the policy lets it, which whoever approves sees', async () => {
    const first = await portal.open('pia', filesOf('short-db'), {
      lifetime: 'P14D',
    });
    expect(first).toMatchObject({
      plan: { lifetime: 'P14D' },
      payload: { lifetime: 'P14D' },
    });
    expect(first.view.effects!.at(-1)).toContain('Its life is 14 days');
    // One at a time that ends by itself, by the limit "temporary".
    const second = await preview('pia', {
      files: filesOf('short-2-db'),
      lifetime: 'P1D',
    });
    expect(codeOf(second)).toBe('limit-reached');
    const lasting = await preview('pia', { files: filesOf('long-db') });
    expect(lasting.status).toBe(200);

    await portal.approve(first);
    await portal.until(first.id, ({ execution }) => execution === 'succeeded');
    const { body } = await portal.send('get', '/entities', {
      as: service('plugin:catalog'),
    });
    expect(body.entities).toContainEqual(
      expect.objectContaining({
        metadata: expect.objectContaining({
          title: 'short-db',
          annotations: expect.objectContaining({
            'fairway.dev/lifetime': 'P14D',
          }),
        }),
      }),
    );
    const settled = await preview('pia', {
      files: filesOf('short-2-db'),
      lifetime: 'P1D',
    });
    expect(codeOf(settled)).toBe('limit-reached');
  });

  it('says before the approval that the host merges by itself, and merges all the same where it does not', async () => {
    const opened = await portal.open('pia', filesOf('auto-db'), {
      autoMerge: true,
    });
    expect(opened.risks).toContainEqual(
      expect.objectContaining({ code: 'host-merges', level: 'medium' }),
    );
    await portal.approve(opened);
    await portal.until(opened.id, ({ execution }) => execution === 'succeeded');
  });

  it.each<[string, object, string]>([
    ['a lifetime without a unit', { lifetime: '14' }, '"14" is not a duration'],
    ['a label of two lines', { labels: ['a\nb'] }, 'labels.0'],
    ['a reviewer that is none', { reviewers: ['a b'] }, 'reviewers'],
    [
      'a file without content',
      { files: [{ path: 'a' }] },
      '"files.0.content" is missing',
    ],
  ])('refuses %s by name', async (_, wishes, words) => {
    const { status, body } = await preview('pia', {
      files: filesOf('refused-db'),
      ...wishes,
    });
    expect(status).toBe(400);
    expect(body.error.message).toContain(words);
  });
});

describe('what will happen', () => {
  it('is told in the order in which it does', async () => {
    const { body } = await preview('pia', { files: filesOf('told-db') });
    expect(body.view.effects).toEqual([
      'A pull request into main of acme/infrastructure-live is opened',
      'It is approved as the ownership policy asks',
      'It is merged into main',
      `${DEV}/told-db is there with postgres-database v1.1.0, for whatever applies it: no pipeline is connected`,
      'The catalog shows told-db as ready',
    ]);
  });
});

describe('a revision by somebody else', () => {
  const named = (name: string) => unit({ inputs: `  name = "${name}"\n` });
  const revise = (name: string, id: string, files: ChangePayload['files']) =>
    portal.send('post', `/requests/${id}/revise`, {
      as: person(name),
      body: { payload: { repoUrl: LIVE, files } },
    });

  it('is previewed as it is made: for the requester, by whoever may revise it', async () => {
    const opened = await portal.open('pia', filesOf('helped-db'));
    const files = filesOf('helped-db', named('helped'));
    // Pat approves there, and may not deploy: on his own he could not ask for it.
    expect(codeOf(await preview('pat', { files }))).toBe('policy-denied');
    const shown = await preview('pat', { files }, opened.id);
    expect(shown.status).toBe(200);
    expect(shown.body.openRequest).toBeUndefined();
    const revised = await revise('pat', opened.id, files);
    expect(revised.body).toMatchObject({
      revision: 2,
      planDigest: shown.body.planDigest,
      requesterRef: 'user:default/pia',
      authorRefs: ['user:default/pia', 'user:default/pat'],
    });
    // Nia can neither see nor revise it.
    const stranger = await preview('nia', { files }, opened.id);
    expect(codeOf(stranger)).toBe('request-not-readable');
  });

  it('does not count a request against itself', async () => {
    const network = (more = '') =>
      filesOf('counted-net', unit({ module: 'network', inputs: more }));
    const opened = await portal.open('nia', network());
    const files = network('  name = "n"\n');
    const { status } = await preview('nia', { files }, opened.id);
    expect(status).toBe(200);
  });

  it('keeps to what was asked for, previewed or made', async () => {
    const opened = await portal.open('pia', filesOf('kept-to-db'));
    const files = [
      ...filesOf('kept-to-db', named('kept')),
      ...filesOf('smuggled-db'),
    ];
    for (const answer of [
      await preview('pat', { files }, opened.id),
      await revise('pat', opened.id, files),
    ]) {
      expect(answer.status).toBe(403);
      expect(codeOf(answer)).toBe('revision-outside-target');
    }
    // The requester asks for what they may.
    const own = await revise('pia', opened.id, files);
    expect(own.body.resourceRefs).toHaveLength(2);
    // And nobody for what the requester may not.
    const foreign = await revise('pat', opened.id, [
      ...files,
      ...filesOf('kept-net', unit({ module: 'network' })),
    ]);
    expect(foreign.status).toBe(403);
  });
});

describe('what only the steps need', () => {
  it('is not shown', async () => {
    const opened = await portal.open('pia', filesOf('quiet-db'));
    await portal.approve(opened);
    const { outputs, steps } = await portal.until(
      opened.id,
      ({ execution }) => execution === 'succeeded',
    );
    for (const shown of [outputs, ...steps.map(step => step.outputs ?? {})]) {
      expect(Object.keys(shown)).not.toEqual(
        expect.arrayContaining(['internal']),
      );
      expect(Object.keys(shown)).not.toEqual(
        expect.arrayContaining(['pushed']),
      );
    }
    expect(outputs).toMatchObject({
      branch: expect.any(String),
      mergeSha: expect.any(String),
    });
  });
});
