// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// From a request to a script and back: the portal, a Kafka cluster, the example runner as a process of its own, and real
// Python and shell scripts.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EmbeddedCluster } from '@fairway/kafka-embedded';
import { Admin, Producer, stringSerializers } from '@platformatic/kafka';
import { person, type Portal, startPortal } from '../__testUtils__/portal';
import { waitFor } from '../__testUtils__/waitFor';
import { dispatchesOf, hasEnded } from './__testUtils__/dispatches';

jest.setTimeout(120_000);

const ROOT = resolve(__dirname, '../../../..');
const TOPIC = 'platform.jobs';
const SECRET = 'shared-secret';

/** Counts its runs, and waits until it is let go. */
const SLOW = `set -eu
echo run >> "$(dirname "$0")/runs"
while [ ! -e "$(dirname "$0")/go" ]; do sleep 0.1; done
echo "{\\"outputs\\": {\\"runs\\": $(wc -l < "$(dirname "$0")/runs")}}" > "$FAIRWAY_OUTPUT"
`;

let portal: Portal;
let cluster: EmbeddedCluster;
let folder: string;
const runners: ChildProcess[] = [];
const { run, until, entities } = dispatchesOf(() => portal);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairway-jobs-'));
  for (const name of ['notebook.py', 'restart.sh']) {
    const text = await readFile(join(ROOT, 'examples/jobs', name), 'utf8');
    await writeFile(join(folder, name), text);
  }
  await writeFile(join(folder, 'slow.sh'), SLOW);
  await writeFile(join(folder, 'broken.py'), 'raise SystemExit("No room")\n');
  cluster = await EmbeddedCluster.start({
    ...{ clusterId: 'jobs', brokers: 1, registry: false },
  });
  const bootstrapBrokers = cluster.bootstrapServers;
  const admin = new Admin({ clientId: 'test', bootstrapBrokers });
  await admin.createTopics({ topics: [TOPIC], partitions: 1, replicas: 1 });
  await admin.close();
  const jobs = (script: string) => ({
    type: 'kafka-topic',
    bootstrapServers: bootstrapBrokers,
    topic: TOPIC,
    secret: SECRET,
    value: {
      script,
      request: '{{ request }}',
      target: '{{ target }}',
      operation: '{{ operation }}',
      resource: '{{ resource }}',
      values: '{{ values }}',
      report: '{{ report }}',
    },
  });
  portal = await startPortal({
    settings: {
      dispatch: {
        notebook: jobs('notebook.py'),
        restart: jobs('restart.sh'),
        slow: jobs('slow.sh'),
        broken: jobs('broken.py'),
        elsewhere: jobs('../../bin/true.sh'),
      },
    },
  });
});

afterAll(async () => {
  await Promise.all(runners.map(kill));
  await portal.stop();
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
});

async function kill(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

function startRunner(): ChildProcess {
  const child = spawn(
    process.execPath,
    [join(ROOT, 'scripts/example-runner.mjs')],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        PATH: process.env.PATH,
        JOBS_BOOTSTRAP_SERVERS: cluster.bootstrapServers.join(','),
        JOBS_TOPIC: TOPIC,
        JOBS_SCRIPTS: folder,
        JOBS_STATE: join(folder, 'state'),
        JOBS_SECRET: SECRET,
      },
    },
  );
  runners.push(child);
  return child;
}

const logOf = async (id: string): Promise<string[]> => {
  const { body } = await portal.send('get', `/requests/${id}/logs?after=0`, {
    as: person('pia'),
  });
  return body.items.map(({ text }: { text: string }) => text);
};

/** What the slow script has counted. */
const runsOfSlow = () =>
  readFile(join(folder, 'runs'), 'utf8').then(
    text => text.trim().split('\n').length,
    () => 0,
  );

describe('the example runner', () => {
  it('runs Python and shell scripts, and ends their requests', async () => {
    startRunner();
    const { id } = await run({
      receiver: 'notebook',
      resource: 'pia-notes',
      values: { size: 'large' },
    });
    const done = await until(id, hasEnded);
    expect(done).toMatchObject({
      execution: 'succeeded',
      summary: 'pia-notes runs.',
      outputs: {
        result: {
          address: 'https://notebooks.example/dev/pia-notes',
          size: 'large',
        },
      },
    });
    expect(await logOf(id)).toEqual([
      'A large notebook pia-notes starts in dev',
    ]);
    expect(await entities()).toContainEqual(
      expect.objectContaining({
        spec: expect.objectContaining({ type: 'notebook' }),
      }),
    );
    const restarted = await run({ receiver: 'restart' });
    const { summary } = await until(restarted.id, hasEnded);
    expect(summary).toBe('payments-api was restarted.');
  });

  it('says how a script failed, and runs none outside of its folder', async () => {
    const broken = await run({ receiver: 'broken' });
    const failed = await until(broken.id, hasEnded);
    expect(failed.failure?.message).toBe('broken.py ended with 1.');
    expect(await logOf(broken.id)).toEqual(['No room']);
    const elsewhere = await run({ receiver: 'elsewhere' });
    expect((await until(elsewhere.id, hasEnded)).failure?.message).toBe(
      'There is no script "../../bin/true.sh".',
    );
  });

  it('leaves out what the portal did not sign, and goes on', async () => {
    const producer = new Producer({
      clientId: 'test',
      bootstrapBrokers: cluster.bootstrapServers,
      serializers: stringSerializers,
    });
    const forged = JSON.stringify({
      script: 'slow.sh',
      request: { key: '01a2070d-f74b-76e9-a834-10de0f7bad16.1' },
      report: { url: 'http://127.0.0.1:1', token: 'x' },
    });
    await producer.send({
      messages: ['no JSON', forged].map(value => ({ topic: TOPIC, value })),
    });
    await producer.close();
    const { id } = await run({ receiver: 'restart' });
    expect((await until(id, hasEnded)).execution).toBe('succeeded');
    expect(await runsOfSlow()).toBe(0);
  });

  it('is killed while a script runs: another one goes on with it', async () => {
    const { id } = await run({ receiver: 'slow' });
    await waitFor(async () => (await runsOfSlow()) === 1);
    await Promise.all(runners.splice(0).map(kill));
    startRunner();
    // Nothing was committed, so it comes again.
    await waitFor(async () => (await runsOfSlow()) === 2, { within: 60_000 });
    await writeFile(join(folder, 'go'), '');
    const done = await until(id, hasEnded);
    expect(done.execution).toBe('succeeded');
    expect(done.outputs.result).toEqual({ runs: 2 });
    // And once it was accepted, it does not come again.
    await Promise.all(runners.splice(0).map(kill));
    startRunner();
    const next = await run({ receiver: 'restart' });
    await until(next.id, hasEnded);
    expect(await runsOfSlow()).toBe(2);
  });
});
