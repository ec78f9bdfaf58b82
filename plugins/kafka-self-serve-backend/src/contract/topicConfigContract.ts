// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/* eslint-disable jest/no-export -- a suite to be called from the test file of each broker */
import { KAFKA_TOPIC_CONFIGS } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { eventually } from './eventually';
import { allOf, failuresOf } from '../kafka/outcomes';
import type { ContractOptions, KafkaSubject } from './subject';
import { topicFixture } from './topicFixture';

/** Overrides of topics, and what the brokers describe of them. */
export function topicConfigContract(options: ContractOptions<KafkaSubject>) {
  const { admin, nextName, specOf, describeOne, create, differs } =
    topicFixture(options);

  describe('topic configs', () => {
    const overridesOf = async (name: string) =>
      (await describeOne(name)).configs;

    it('are set, leave others alone, and are removed', async () => {
      const { name } = await create({ configs: { 'retention.ms': '60000' } });
      allOf(
        await admin().alterTopicConfigs([
          { topic: name, set: { 'max.message.bytes': '2048' } },
        ]),
      );
      await eventually(async () =>
        expect(await overridesOf(name)).toEqual({
          'retention.ms': '60000',
          'max.message.bytes': '2048',
        }),
      );
      allOf(
        await admin().alterTopicConfigs([
          {
            topic: name,
            set: { 'max.message.bytes': '4096' },
            remove: ['retention.ms'],
          },
        ]),
      );
      await eventually(async () =>
        expect(await overridesOf(name)).toEqual({
          'max.message.bytes': '4096',
        }),
      );
    });

    it('are not changed by a validation', async () => {
      const { name } = await create({ configs: { 'retention.ms': '60000' } });
      const change = { topic: name, set: { 'retention.ms': '1' }, remove: [] };
      allOf(await admin().alterTopicConfigs([change], { validateOnly: true }));
      allOf(
        await admin().alterTopicConfigs([
          { topic: name, set: { 'max.message.bytes': '1' } },
        ]),
      );
      await eventually(async () =>
        expect(await overridesOf(name)).toEqual({
          'retention.ms': '60000',
          'max.message.bytes': '1',
        }),
      );
    });

    it('of a missing topic do not spoil the change of another', async () => {
      const { name } = await create();
      const missing = nextName();
      const set = { 'retention.ms': '60000' };
      const outcomes = await admin().alterTopicConfigs([
        { topic: missing, set },
        { topic: name, set },
      ]);
      expect(failuresOf(outcomes).get(missing)?.code).toBe(
        'kafka-topic-not-found',
      );
      await eventually(async () =>
        expect(await overridesOf(name)).toEqual(set),
      );
    });

    it('are checked by the broker, at creation and at change', async () => {
      const bad = specOf({ configs: { 'retention.ms': 'soon' } });
      const unknown = specOf({ configs: { 'no.such.key': '1' } });
      const created = await admin().createTopics([bad, unknown], {
        validateOnly: true,
      });
      const { name } = await create();
      const altered = await admin().alterTopicConfigs(
        [{ topic: name, set: { 'retention.ms': 'soon' } }],
        { validateOnly: true },
      );
      const codes = [...failuresOf(created), ...failuresOf(altered)].map(
        ([, { code }]) => code,
      );
      const checked = !differs.has('config-values-unchecked');
      expect(codes).toEqual(
        checked ? Array(3).fill('kafka-config-invalid') : [],
      );
      const words = failuresOf(created).get(bad.name)?.message ?? '';
      expect(
        words.includes('Invalid value soon for configuration retention.ms'),
      ).toBe(checked);
    });

    it('are described with the defaults of the brokers', async () => {
      await create();
      const described = await eventually(async () => {
        const found = await admin().describeTopicConfigs();
        expect(found.length).toBeGreaterThan(0);
        return found;
      });
      expect(described).toContainEqual(
        expect.objectContaining({ name: 'retention.ms', default: '604800000' }),
      );
      const names = described.map(({ name }) => name);
      // The snapshot in the common package is what a real broker describes; others describe a part of it.
      const all = [...KAFKA_TOPIC_CONFIGS.keys()].sort();
      const fewer = differs.has('few-configs-described');
      expect(names).toEqual(
        fewer ? all.filter(key => names.includes(key)) : all,
      );
      expect(names.length < all.length).toBe(fewer);
      const typesOf = (list: Iterable<{ name: string; type?: string }>) =>
        [...list].map(({ name, type }) => `${name}: ${type}`);
      expect(typesOf(described)).toEqual(
        typesOf(names.map(name => KAFKA_TOPIC_CONFIGS.get(name)!)),
      );
    });
  });
}
