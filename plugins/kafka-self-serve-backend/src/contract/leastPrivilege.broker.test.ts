// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The ACLs that come of what people want, held against producers and consumers on brokers that enforce them.
import {
  aclDelta,
  aclKey,
  aclsOfEnvironment,
  planChanges,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { Secret } from '../config/Secret';
import {
  DEFAULT_CONNECT_TIMEOUT,
  DEFAULT_REQUEST_TIMEOUT,
  type KafkaConnection,
} from '../config/types';
import { allOf } from '../kafka/outcomes';
import { PlatformaticKafkaAdmin } from '../kafka/PlatformaticKafkaAdmin';
import {
  ACLS,
  GRANTS,
  INSTANCES,
  NOW,
  OWN,
  OWNED,
  OWNER,
  READ,
  READER,
  SENDER,
  SENT,
  TOPICS,
  USERS,
  WRITER,
  WRITTEN,
} from './__testUtils__/privileges';
import { eventually } from './eventually';
import { Messages } from './Messages';

jest.setTimeout(240_000);

/** Set by whoever has started the brokers (README). */
const environment = (name: string) =>
  process.env[`FAIRWAY_TEST_KAFKA_SASL_${name}`] ?? '';
const describeWithBrokers = environment('BOOTSTRAP') ? describe : describe.skip;

const PASSWORD = 'a-password-of-the-test';
const MECHANISM = 'SCRAM-SHA-512';

const signedIn = (username: string, password: string): KafkaConnection => ({
  name: 'apache',
  bootstrapServers: environment('BOOTSTRAP').split(','),
  connectTimeout: DEFAULT_CONNECT_TIMEOUT,
  requestTimeout: DEFAULT_REQUEST_TIMEOUT,
  sasl: { mechanism: MECHANISM, username, password: Secret.create(password) },
});

describeWithBrokers('access that comes of what people want', () => {
  const admin = PlatformaticKafkaAdmin.create({
    connection: signedIn(environment('USERNAME'), environment('PASSWORD')),
  });
  const as = (user: string) =>
    new Messages(signedIn(user, PASSWORD), { retries: 2 });
  let groups = 0;
  let ids = 0;
  const consume = async (user: string, topic: string) => {
    const { leave } = await as(user).join({
      groupId: `${user}.group-${++groups}`,
      topic,
      count: 1,
      protocol: 'consumer',
    });
    await leave();
  };
  // A client of its own each time, so an id of its own: nobody is fenced.
  const begin = (user: string) => as(user).begin(`${user}.id-${++ids}`);
  const write = (user: string, topic: string) =>
    as(user).produce(topic, ['a'], { idempotent: true });

  /** What everybody wants to do, as their programs do it. */
  const ACTIVITIES: Record<string, () => Promise<void>> = {
    'owner writes': () => write(OWNER, OWNED),
    'owner begins a transaction': () => begin(OWNER),
    'owner reads': () => consume(OWNER, OWNED),
    'reader reads': () => consume(READER, READ),
    'writer begins a transaction': () => begin(WRITER),
    'writer writes': () => write(WRITER, WRITTEN),
    'sender writes': () => write(SENDER, SENT),
  };

  /** Those that are refused now; whoever fails otherwise fails the test. */
  async function refused(): Promise<string[]> {
    const found: string[] = [];
    for (const [name, act] of Object.entries(ACTIVITIES)) {
      const error = await act().then(
        () => undefined,
        (reason: Error) => reason,
      );
      if (!error) continue;
      if (!isUnauthorized(error)) throw error;
      found.push(name);
    }
    return found;
  }

  beforeAll(async () => {
    for (const user of USERS) {
      await admin.upsertScramUser({
        user,
        mechanism: MECHANISM,
        password: PASSWORD,
      });
    }
    allOf(
      await admin.createTopics(
        TOPICS.map(name => ({
          name,
          partitions: 1,
          replicationFactor: 3,
          configs: {},
        })),
      ),
    );
    await eventually(async () => allOf(await admin.describeTopics(TOPICS)));
    const messages = new Messages(
      signedIn(environment('USERNAME'), environment('PASSWORD')),
    );
    await messages.produce(READ, ['for the reader']);
    await messages.produce(OWNED, ['for the owner']);
    for (const user of USERS) await eventually(() => signInEverywhere(user));
  });

  /** Brokers learn of a password one after the other. */
  async function signInEverywhere(user: string) {
    for (const server of environment('BOOTSTRAP').split(',')) {
      const each = PlatformaticKafkaAdmin.create({
        connection: { ...signedIn(user, PASSWORD), bootstrapServers: [server] },
      });
      await each.describeCluster().finally(() => each.close());
    }
  }

  afterAll(async () => {
    for (const user of USERS) {
      const left = await admin.listAcls({ principal: `User:${user}` });
      await admin.deleteAcls(left);
      await admin.deleteScramUser({ user, mechanism: MECHANISM });
    }
    await admin.deleteTopics(TOPICS.map(name => ({ name })));
    await admin.close();
  });

  it('is none at all before it is given', async () => {
    expect(await refused()).toEqual(Object.keys(ACTIVITIES));
  });

  it('suffices, all together', async () => {
    allOf(await admin.createAcls(ACLS));
    await eventually(async () => expect(await refused()).toEqual([]));
  });

  it.each(ACLS.map(acl => [aclKey(acl).replaceAll(OWN, 'x'), acl] as const))(
    'is needed: %s',
    async (_, acl) => {
      await admin.deleteAcls([acl]);
      try {
        await eventually(async () => expect(await refused()).not.toEqual([]));
      } finally {
        allOf(await admin.createAcls([acl]));
      }
      await eventually(async () => expect(await refused()).toEqual([]));
    },
  );

  it('is there at every moment while a plan gives it another way', async () => {
    const wider = GRANTS.map(each =>
      each.grantee === `${SENDER}@dev`
        ? { ...each, topic: { pattern: 'PREFIXED' as const, name: SENT } }
        : each,
    );
    const after = aclsOfEnvironment({
      instances: INSTANCES,
      grants: wider,
      now: NOW,
    });
    const outcome = planChanges({
      desired: aclDelta({ before: ACLS, after }),
      observed: {
        topics: TOPICS.map(name => ({
          name,
          partitions: 1,
          replicationFactor: 3,
          configs: {},
        })),
        acls: await admin.listAcls(),
        subjects: [],
      },
    });
    if (outcome.outcome === 'refused') throw new Error(outcome.codes.join());
    const { steps } = outcome.plan;
    expect(steps.map(({ action }) => action)).toEqual([
      'acl.create',
      'acl.delete',
    ]);

    const sender = new Messages(signedIn(SENDER, PASSWORD), { retries: 0 });
    const state = { written: 0, over: false };
    const writing = (async () => {
      while (!state.over) {
        await sender.produce(SENT, ['on and on']);
        state.written += 1;
      }
    })();
    // Its failure is looked at in the end.
    writing.catch(() => {});
    const goesOn = async () => {
      const until = state.written + 3;
      await Promise.race([
        writing,
        eventually(async () =>
          expect(state.written).toBeGreaterThanOrEqual(until),
        ),
      ]);
    };
    await goesOn();
    for (const step of steps) {
      if (step.action === 'acl.create')
        allOf(await admin.createAcls([step.after]));
      if (step.action === 'acl.delete')
        allOf(await admin.deleteAcls([step.before]));
      await goesOn();
    }
    state.over = true;
    await writing;
    const left = await admin.listAcls({ principal: `User:${SENDER}` });
    expect(left.map(aclKey)).toEqual([
      `ALLOW User:${SENDER} from *: WRITE on TOPIC PREFIXED ${SENT}`,
    ]);
  });
});

/** Somewhere in what a client throws: it was not allowed. */
function isUnauthorized(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { errors = [], apiId } = error as Error & {
    errors?: unknown[];
    apiId?: string;
  };
  return (
    /AUTHORIZATION_FAILED/.test(apiId ?? '') ||
    isUnauthorized(error.cause) ||
    errors.some(isUnauthorized)
  );
}
