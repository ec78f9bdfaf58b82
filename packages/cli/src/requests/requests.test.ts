// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { eventHash, FIRST_PREV_HASH } from '@fairway/requests-common';

/* eslint-disable-next-line no-restricted-syntax */
const BIN = resolve(__dirname, '../../bin/fairway');

/** The real command, as a person runs it; the portal's answers are tested in packages/backend. */
function fairway(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [BIN, 'requests', ...args],
    {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: process.env.HOME },
    },
  );
  return { status, stdout, stderr };
}

/** A request with three events, as an export has it. */
function record(number: number) {
  const requestId = `0193a1b2-c3d4-7e5f-8a9b-00000000000${number}`;
  let prevHash = FIRST_PREV_HASH;
  const events = ['created', 'submitted', 'approved'].map((type, index) => {
    const event = {
      requestId,
      sequence: index + 1,
      type,
      actorRef: 'user:default/pia',
      at: '2026-11-22T10:00:00.000Z',
      data: { title: 'Order' },
    };
    const hash = eventHash({ prevHash, event });
    const linked = { ...event, prevHash, hash };
    prevHash = hash;
    return linked;
  });
  return { id: requestId, number, events };
}

// Each command starts a process that compiles its sources.
jest.setTimeout(30_000);

describe('fairway requests verify --file', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fairway-cli-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (...records: object[]) => {
    const path = join(folder, 'requests.ndjson');
    writeFileSync(
      path,
      records.map(each => `${JSON.stringify(each)}\n`).join(''),
    );
    return path;
  };

  it('says that every chain of an export holds', () => {
    const path = write(record(1), record(2));
    expect(fairway('verify', '--file', path)).toEqual({
      status: 0,
      stdout: '2 requests with 6 events: every chain holds\n',
      stderr: '',
    });
  });

  it.each<
    [string, (events: ReturnType<typeof record>['events']) => object[], number]
  >([
    [
      'a changed event',
      ([one, two, three]) => [
        one,
        { ...two, actorRef: 'user:default/eve' },
        three,
      ],
      2,
    ],
    ['a deleted event', ([one, , three]) => [one, three], 3],
    ['events in another order', ([one, two, three]) => [one, three, two], 3],
  ])('names the first broken event: %s', (_, change, sequence) => {
    const broken = record(7);
    const path = write(record(1), {
      ...broken,
      events: change(broken.events),
    });
    const { status, stdout } = fairway('verify', '--file', path, '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      broken: { number: 7, requestId: broken.id, sequence },
    });
  });

  it('says what is no export, and what is missing', () => {
    const path = join(folder, 'other.txt');
    writeFileSync(path, 'no JSON\n');
    expect(fairway('verify', '--file', path)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Line 1 of'),
    });
    expect(fairway('verify', '--file', join(folder, 'none'))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('could not be read'),
    });
    expect(fairway('verify')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('FAIRWAY_URL'),
    });
    expect(
      fairway('export', '--url', 'http://127.0.0.1:9', '--token', 'x'),
    ).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('does not answer'),
    });
  });
});
