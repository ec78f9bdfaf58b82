// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What the rules say of a topic, and what Apache Kafka says of it with validateOnly.
import {
  checkTopicName,
  describedTopicConfigs,
  type ObservedTopic,
  planChanges,
  type PlanStep,
  type TopicConfigDefinitions,
  type TopicSpec,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import {
  DEFAULT_CONNECT_TIMEOUT,
  DEFAULT_REQUEST_TIMEOUT,
} from '../config/types';
import { allOf, failuresOf, type Outcomes } from '../kafka/outcomes';
import { PlatformaticKafkaAdmin } from '../kafka/PlatformaticKafkaAdmin';
import { isOutage } from '../requests/execute/outage';
import { eventually } from './eventually';
import { type AskedTopic, askedTopics } from './__testUtils__/askedTopics';

jest.setTimeout(300_000);

const REQUESTS = 2_000;
const SEED = 20_260_601;
const LEAST_HITS = 20;
const AT_ONCE = 8;
const VALIDATE = { validateOnly: true };

/** Every rule that one topic on one broker without tiered storage can break. */
const RULES = [
  'config-compaction-lag',
  'config-tiered-storage-unavailable',
  'config-unknown',
  'config-value-invalid',
  'min-insync-above-replication',
  'partitions-decrease',
  'partitions-too-few',
  'partitions-too-many',
  'replication-factor-above-brokers',
  'replication-factor-too-low',
  'topic-name-characters',
  'topic-name-collides',
  'topic-name-dots',
  'topic-name-empty',
  'topic-name-exists',
  'topic-name-internal',
  'topic-name-too-long',
];

/** Rules of ours that Kafka does not have, each with what it is for. */
const OURS: Record<string, string> = {
  'topic-name-internal': 'names that begin with "__" are kept for Kafka',
  'min-insync-above-replication': 'nobody could write with acks=all',
  'partitions-too-few':
    'at least 1: -1 is the protocol\'s word for "as many as the broker likes"',
  'replication-factor-too-low':
    'at least 1: -1 is the protocol\'s word for "as many as the broker likes"',
  'config-value-invalid':
    'checked against what the broker describes: numbers that only Java reads',
};

/** Numbers to Java, and to nobody else. */
const JAVA_ONLY = /^(?:NaN|0\.5f|١)$/;

const bootstrap = process.env.FAIRWAY_TEST_KAFKA_BOOTSTRAP ?? '';
const describeWithBroker = bootstrap ? describe : describe.skip;

interface Verdict extends AskedTopic {
  /** Why we refuse; none: we accept. */
  codes: readonly string[];
  /** Why the broker refuses; left out: it accepts. */
  refused?: string;
}

describeWithBroker('the verdict on a topic', () => {
  const admin = PlatformaticKafkaAdmin.create({
    connection: {
      name: 'apache',
      bootstrapServers: bootstrap.split(','),
      connectTimeout: DEFAULT_CONNECT_TIMEOUT,
      requestTimeout: DEFAULT_REQUEST_TIMEOUT,
    },
  });
  const own = `verdict.${process.pid}`;
  const topic = (end: string, partitions: number): TopicSpec => ({
    name: `${own}.${end}`,
    partitions,
    replicationFactor: 1,
    configs: {},
  });
  const made = [
    topic('one.a', 3),
    topic('two_b', 4),
    { ...topic('three', 5), configs: { 'retention.ms': '60000' } },
  ];
  const names = made.map(({ name }) => name);
  const verdicts: Verdict[] = [];

  beforeAll(async () => {
    allOf(await admin.createTopics(made));
    await eventually(async () => allOf(await admin.describeTopics(names)));
    // Others of the suite may delete the topic that is asked about.
    const definitions = describedTopicConfigs(
      await eventually(() => admin.describeTopicConfigs()),
    );
    const observed = [...(await admin.listTopics({ internal: true }))].map(
      ({ name, partitions, replicationFactor, configs }) => ({
        name,
        partitions,
        replicationFactor,
        // The list asks for no configs: those of ours are known.
        configs: made.find(each => each.name === name)?.configs ?? configs,
      }),
    );
    const asked = askedTopics({
      count: REQUESTS,
      seed: SEED,
      definitions,
      topics: made,
    });
    const judge = judgeOf(admin, { observed, definitions });
    for (let at = 0; at < asked.length; at += AT_ONCE) {
      verdicts.push(
        ...(await Promise.all(asked.slice(at, at + AT_ONCE).map(judge))),
      );
    }
  });
  afterAll(async () => {
    await admin.deleteTopics(names.map(name => ({ name })));
    await admin.close();
  });

  it(`is given ${LEAST_HITS} times by every rule`, () => {
    const hits = new Map(RULES.map(code => [code, { all: 0, alone: 0 }]));
    for (const { codes, refused } of verdicts) {
      for (const code of codes) {
        const of = hits.get(code) ?? { all: 0, alone: 0 };
        hits.set(code, {
          all: of.all + 1,
          alone: of.alone + (refused === undefined ? 1 : 0),
        });
      }
    }
    process.stdout.write(tableOf(verdicts, hits));
    expect([...hits.keys()].sort()).toEqual(RULES);
    const few = [...hits].filter(([, { all }]) => all < LEAST_HITS);
    expect(few).toEqual([]);
    const accepted = verdicts.filter(({ codes }) => codes.length === 0);
    expect(accepted.length).toBeGreaterThan(REQUESTS / 10);
  });

  it('accepts nothing that the broker refuses', () => {
    const wrong = verdicts.filter(
      ({ codes, refused }) => codes.length === 0 && refused !== undefined,
    );
    expect(wrong).toEqual([]);
  });

  it('refuses what the broker accepts by rules of its own only', () => {
    const alone = verdicts.filter(
      ({ codes, refused }) => codes.length > 0 && refused === undefined,
    );
    const used = new Set(alone.flatMap(({ codes }) => codes));
    expect([...used].sort()).toEqual(Object.keys(OURS).sort());
    const values = alone
      .filter(({ codes }) => codes.includes('config-value-invalid'))
      .map(({ spec }) => Object.values(spec.configs));
    expect(values).toEqual(
      values.map(() =>
        expect.arrayContaining([expect.stringMatching(JAVA_ONLY)]),
      ),
    );
  });
});

/** Both sides; the broker is asked for what would be sent if there were no rules. */
function judgeOf(
  admin: PlatformaticKafkaAdmin,
  about: { observed: ObservedTopic[]; definitions: TopicConfigDefinitions },
) {
  const { observed, definitions } = about;
  return async (asked: AskedTopic): Promise<Verdict> => {
    const { operation, spec } = asked;
    const isNew = operation === 'create';
    const outcome = planChanges({
      desired: { topics: [spec] },
      observed: {
        // To the planner a name that is there is a change of that topic.
        topics: observed.filter(({ name }) => !isNew || name !== spec.name),
        acls: [],
        subjects: [],
        brokers: 1,
      },
      definitions,
    });
    const existing = isNew ? observed.map(({ name }) => name) : [];
    const named = checkTopicName({ name: isNew ? spec.name : 'new', existing });
    const planned = outcome.outcome === 'refused' ? outcome.codes : [];
    const codes = [
      ...new Set([...named.map(({ code }) => code), ...planned]),
    ].sort();
    const refused =
      outcome.outcome === 'planned' && codes.length === 0
        ? await refusalOfPlan(admin, outcome.plan.steps)
        : await refusalOfAsked(admin, asked, observed);
    return { ...asked, codes, refused };
  };
}

async function refusalOfPlan(
  admin: PlatformaticKafkaAdmin,
  steps: readonly PlanStep[],
) {
  for (const step of steps) {
    const refused = await refusalOfStep(admin, step);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

async function refusalOfStep(admin: PlatformaticKafkaAdmin, step: PlanStep) {
  switch (step.action) {
    case 'topic.create':
      return reasonIn(await admin.createTopics([step.after], VALIDATE));
    case 'topic.partitions': {
      const { topic, after } = step;
      const increase = { topic, partitions: after.partitions };
      return reasonIn(await admin.createPartitions([increase], VALIDATE));
    }
    case 'topic.configs': {
      const { topic, after: set } = step;
      return reasonIn(
        await admin.alterTopicConfigs([{ topic, set }], VALIDATE),
      );
    }
    default:
      throw new Error(`Nobody asked for ${step.title}`);
  }
}

async function refusalOfAsked(
  admin: PlatformaticKafkaAdmin,
  { operation, spec }: AskedTopic,
  observed: readonly ObservedTopic[],
) {
  if (operation === 'create') {
    return reasonIn(await admin.createTopics([spec], VALIDATE));
  }
  const { name: topic, partitions, configs: set } = spec;
  const before = observed.find(({ name }) => name === topic)!;
  return partitions === before.partitions
    ? reasonIn(await admin.alterTopicConfigs([{ topic, set }], VALIDATE))
    : reasonIn(await admin.createPartitions([{ topic, partitions }], VALIDATE));
}

function reasonIn(outcomes: Outcomes<unknown>): string | undefined {
  const [failure] = failuresOf(outcomes).values();
  // Whoever is not there has no verdict.
  if (isOutage(failure)) throw failure;
  return failure && `${failure.code}: ${failure.message}`;
}

function tableOf(
  verdicts: readonly Verdict[],
  hits: ReadonlyMap<string, { all: number; alone: number }>,
): string {
  const count = (ours: boolean, theirs: boolean) =>
    verdicts.filter(
      ({ codes, refused }) =>
        (codes.length === 0) === ours && (refused === undefined) === theirs,
    ).length;
  const rows = [...hits].map(
    ([code, { all, alone }]) =>
      `${code.padEnd(36)}${String(all).padStart(6)}${String(alone).padStart(
        16,
      )}  ${OURS[code] ?? ''}`,
  );
  return [
    `${verdicts.length} topics: both accept ${count(
      true,
      true,
    )}, both refuse ${count(false, false)}, only we refuse ${count(
      false,
      true,
    )}, only the broker refuses ${count(true, false)}`,
    `${'rule'.padEnd(36)}${'hits'.padStart(6)}${'broker accepts'.padStart(16)}`,
    ...rows,
    '',
  ].join('\n');
}
