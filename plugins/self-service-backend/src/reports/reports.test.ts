// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials } from '@backstage/backend-test-utils';
import type { PendingReport } from '@fairway/backstage-plugin-self-service-common';
import { v4 as uuid } from 'uuid';
import {
  type ChangeDetail,
  codeOf,
  person,
  type Portal,
  RUNNER,
  service,
  startPortal,
} from '../__testUtils__/portal';
import { DEV, LIVE, unit } from '../__testUtils__/world';

jest.setTimeout(60_000);

let portal: Portal;

beforeAll(async () => {
  portal = await startPortal({
    settings: { repositories: [{ repoUrl: LIVE, apply: 'report' }] },
  });
});

afterAll(() => portal.stop());

let units = 0;
const database = () => [
  { path: `${DEV}/report-${units++}/terragrunt.hcl`, content: unit() },
];

const report = (id: string, body: object, as: string | undefined = RUNNER) =>
  portal.send('post', `/requests/${id}/report`, { as, body });

const pendingOf = async (id: string): Promise<PendingReport | undefined> => {
  const { body } = await portal.send('get', '/report/pending', { as: RUNNER });
  return body.items.find((item: PendingReport) => item.requestId === id);
};

const logsOf = async (id: string): Promise<string[]> => {
  const { body } = await portal.send('get', `/requests/${id}/logs?after=0`, {
    as: person('pat'),
  });
  return body.items.map(({ text }: { text: string }) => text);
};

const ended = ({ execution }: ChangeDetail) =>
  ['succeeded', 'partially-applied'].includes(execution);

describe('a runner that reports', () => {
  it('finds what is merged, tells how it goes, and ends it', async () => {
    const { id, number, outputs } = await portal.merged('pia', database());
    const found = await pendingOf(id);
    expect(found).toEqual({
      requestId: id,
      number,
      repoUrl: LIVE,
      baseBranch: 'main',
      mergeSha: outputs.mergeSha,
      attempt: 1,
      targets: [expect.objectContaining({ environment: 'dev' })],
    });

    const running = {
      status: 'running',
      statusLabel: 'Applying 1 resource',
      links: [
        { rel: 'pipeline', title: 'Run 7', url: 'https://ci.test/runs/7' },
      ],
      logs: ['plan', 'apply'],
      reportId: 'begin',
      attempt: 1,
    };
    const first = await report(id, running);
    const again = await report(id, running);
    expect(first.body).toEqual({ requestId: id, attempt: 1, repeated: false });
    expect(again.body).toEqual({ requestId: id, attempt: 1, repeated: true });
    const shown = await portal.until(
      id,
      ({ statusLabel }) => statusLabel === 'Applying 1 resource',
    );
    expect(shown.links).toContainEqual(running.links[0]);
    expect(await pendingOf(id)).toMatchObject({ attempt: 1 });

    await report(id, {
      status: 'succeeded',
      summary: '1 made',
      logs: ['done'],
      attempt: 1,
    });
    expect(await pendingOf(id)).toBeUndefined();
    const { execution, outputs: last } = await portal.until(id, ended);
    expect([execution, last.applied]).toEqual(['succeeded', 'applied']);
    expect(await logsOf(id)).toEqual(['plan', 'apply', 'done']);
    const { body: history } = await portal.send(
      'get',
      `/requests/${id}/events`,
      { as: person('pia') },
    );
    expect(history.chain).toMatchObject({ ok: true });
    expect(history.items).toContainEqual(
      expect.objectContaining({
        type: 'reported',
        actorRef: 'external:demo-runner',
        data: { status: 'succeeded', attempt: 1 },
      }),
    );
  });

  it('takes lines for the log after the end, and nothing else', async () => {
    const { id } = await portal.merged('pia', database());
    await report(id, { status: 'not-applied', statusLabel: 'no terraform' });
    const { outputs, statusLabel } = await portal.until(id, ended);
    expect([outputs.applied, statusLabel]).toEqual([
      'not-applied',
      'no terraform',
    ]);

    const late = await report(id, { status: 'failed', logs: ['late'] });
    const lines = await report(id, { logs: ['the last word'] });
    expect([late.status, codeOf(late)]).toEqual([409, 'report-not-expected']);
    expect(lines.status).toBe(200);
    expect(await logsOf(id)).toEqual(['the last word']);
  });

  it('is fenced by the attempt: what an earlier one says counts no more', async () => {
    const { id } = await portal.merged('pia', database());
    await report(id, { status: 'failed', summary: 'No quota', attempt: 1 });
    const failed = await portal.until(id, ended);
    expect(failed.failure).toMatchObject({
      code: 'apply-failed',
      message: 'No quota',
    });
    expect(await pendingOf(id)).toBeUndefined();
    // What it wrote last is still of interest.
    expect((await report(id, { logs: ['bye'], attempt: 1 })).status).toBe(200);

    await portal.send('post', `/requests/${id}/retry`, { as: person('pia') });
    await portal.until(id, ({ execution }) => execution === 'waiting');
    expect(await pendingOf(id)).toMatchObject({ attempt: 2 });
    const old = await report(id, { status: 'succeeded', attempt: 1 });
    const early = await report(id, { status: 'succeeded', attempt: 3 });
    expect([old.status, codeOf(old)]).toEqual([409, 'report-attempt-over']);
    expect(codeOf(early)).toBe('report-attempt-over');
    expect(codeOf(await report(id, { logs: ['x'], attempt: 1 }))).toBe(
      'report-attempt-over',
    );

    await report(id, { status: 'succeeded', attempt: 2 });
    expect((await portal.until(id, ended)).execution).toBe('succeeded');
  });

  it('understands what is written for Port', async () => {
    const { id } = await portal.merged('pia', database());
    const run = await portal.send('patch', `/requests/${id}/report`, {
      as: RUNNER,
      body: {
        status: 'IN_PROGRESS',
        statusLabel: 'Planning',
        link: ['https://ci.test/1', 'https://ci.test/2'],
        externalRunId: '42',
      },
    });
    const log = await portal.send('post', `/requests/${id}/report/logs`, {
      as: RUNNER,
      body: { message: 'one\ntwo' },
    });
    expect([run.status, log.status]).toEqual([200, 200]);
    const shown = await portal.until(
      id,
      ({ statusLabel }) => statusLabel === 'Planning',
    );
    expect(shown.links.map(({ rel }) => rel)).toEqual(
      expect.arrayContaining(['pipeline', 'pipeline-2']),
    );
    await portal.send('post', `/requests/${id}/report/logs`, {
      as: RUNNER,
      body: { message: 'three', terminationStatus: 'SUCCESS' },
    });
    expect((await portal.until(id, ended)).execution).toBe('succeeded');
    expect(await logsOf(id)).toEqual(['one', 'two', 'three']);
  });
});

const SCRIPT = ['javascript', 'alert(1)'].join(':');

describe('what is refused', () => {
  let waiting: ChangeDetail;

  beforeAll(async () => {
    waiting = await portal.merged('pia', database());
  });

  it.each<[string, object]>([
    ['a script as link', { links: [{ rel: 'x', title: 'x', url: SCRIPT }] }],
    [
      'a file as link',
      { links: [{ rel: 'x', title: 'x', url: 'file:///etc/passwd' }] },
    ],
    [
      'a page of the portal as link',
      { links: [{ rel: 'x', title: 'x', url: '/settings' }] },
    ],
    [
      'the pull request of another',
      { links: [{ rel: 'pull-request', title: 'x', url: 'https://x.test' }] },
    ],
    ['a state that there is not', { status: 'approved' }],
    ['an attempt that is no number', { attempt: '1' }],
    ['too many lines', { logs: Array.from({ length: 2_001 }, () => 'x') }],
    ['a line without end', { logs: ['x'.repeat(8_001)] }],
    ['words without end', { summary: 'x'.repeat(10_001) }],
    ['what it does not know', { decision: 'approved' }],
    ['no object', []],
  ])('%s', async (_, body) => {
    const response = await report(waiting.id, body);
    expect([response.status, codeOf(response)]).toEqual([
      400,
      'report-invalid',
    ]);
  });

  it('a body without end', async () => {
    const response = await report(waiting.id, {
      logs: ['x'.repeat(1_100_000)],
    });
    expect(response.status).toBe(413);
  });

  it.each<[string, number, string | undefined]>([
    ['nobody', 401, undefined],
    ['a person', 403, person('pia')],
    ['an administrator', 403, person('pat')],
    ['another plugin', 403, service('plugin:scaffolder')],
    [
      'a plugin that acts for a person',
      403,
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.user('user:default/pat'),
        targetPluginId: 'self-service',
      }),
    ],
    ['a token of nobody', 401, 'Bearer x.y.z'],
    ['a report token that was never given', 401, 'Bearer fairway_report_x'],
    ['no bearer token', 401, 'Basic cGF0OnBhdA=='],
  ])('%s', async (_, status, as) => {
    const { id } = waiting;
    const options = { as, body: { status: 'succeeded' } };
    const answers = [
      await portal.send('post', `/requests/${id}/report`, options),
      await portal.send('patch', `/requests/${id}/report`, options),
      await portal.send('post', `/requests/${id}/report/logs`, options),
      await portal.send('get', '/report/pending', { as }),
    ];
    expect(answers.map(answer => answer.status)).toEqual([
      status,
      status,
      status,
      status,
    ]);
    const { statusLabel } = await portal.until(id, () => true);
    expect(statusLabel).toBe('merged; waits for the pipeline');
  });

  it('what is not merged, and what there is not', async () => {
    const opened = await portal.open('pia', database());
    const early = await report(opened.id, { status: 'succeeded' });
    const none = await report(uuid(), { status: 'succeeded' });
    expect([early.status, codeOf(early)]).toEqual([409, 'report-not-expected']);
    expect([none.status, codeOf(none)]).toEqual([404, 'request-not-found']);
    expect((await portal.until(opened.id, () => true)).decision).toBe(
      'pending',
    );
  });
});
