// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import type { KafkaEnvironmentView } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { ScrollTable, Section } from '@fairway/requests-react';
import { Fragment } from 'react';
import { useLinks } from '../../layout/useLinks';
import { ConfigText, Fact, Facts } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { wordsOfMilliseconds } from '../../words';

type Props = { environment: KafkaEnvironmentView };
const SIZES = ['S', 'M', 'L'] as const;

/** The cluster, and how much is on it. */
export const ClusterFacts = ({ environment }: Props) => {
  const { name, status, counts, tier, schemaRegistry } = environment;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { topicsOf } = useLinks();
  const unknown = t('environments.unknown');
  return (
    <Facts>
      <Fact label={t('environments.columns.version')}>
        {status?.version ?? unknown}
      </Fact>
      <Fact label={t('environments.columns.brokers')}>
        {status?.brokers ?? unknown}
      </Fact>
      <Fact label={t('environments.one.cluster')}>
        {environment.clusterId ?? unknown}
      </Fact>
      <Fact label={t('environments.one.connection')}>
        {environment.connection}
      </Fact>
      <Fact label={t('environments.one.registry')}>
        {schemaRegistry ?? t('environments.one.none')}
      </Fact>
      <Fact label={t('environments.one.policy')}>
        {`${environment.environment}, ${environment.store}`}
      </Fact>
      {tier && <Fact label={t('environments.one.tier')}>{tier}</Fact>}
      <Fact label={t('environments.columns.topics')}>
        <Link href={topicsOf({ environment: name })}>
          {String(counts.topics)}
        </Link>
      </Fact>
      <Fact label={t('environments.columns.applications')}>
        {counts.instances}
      </Fact>
      <Fact label={t('environments.columns.groups')}>{counts.groups}</Fact>
      <Fact label={t('environments.one.subjects')}>{counts.subjects}</Fact>
      <Fact label={t('environments.one.grants')}>{counts.grants}</Fact>
      <Fact label={t('environments.one.orphans')}>{counts.orphans}</Fact>
      <Fact label={t('environments.one.drifted')}>{counts.drifted}</Fact>
    </Facts>
  );
};

/** What holds in an environment: defaults, limits, sizes and policies. */
export const EnvironmentRules = ({ environment }: Props) => {
  const { defaults, limits, policyRefs } = environment;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { policyOf } = useLinks();
  const noLimit = t('environments.one.noLimit');
  const sizes = SIZES.flatMap(size => {
    const each = limits.sizes?.[size];
    return each ? [{ size, ...each }] : [];
  });
  return (
    <>
      <Section title={t('environments.one.defaults')}>
        <Facts>
          <Fact label={t('environments.one.partitions')}>
            {defaults.partitions}
          </Fact>
          <Fact label={t('environments.one.replicas')}>
            {defaults.replicationFactor}
          </Fact>
          {Object.entries(defaults.configs).map(([key, value]) => (
            <Fact key={key} label={key}>
              <ConfigText name={key} value={value} />
            </Fact>
          ))}
        </Facts>
      </Section>
      <Section title={t('environments.one.limits')}>
        <Facts>
          <Fact label={t('environments.one.perTopic')}>
            {limits.partitionsPerTopic ?? noLimit}
          </Fact>
          <Fact label={t('environments.form.topics')}>
            {limits.instance?.topics ?? noLimit}
          </Fact>
          <Fact label={t('environments.form.perInstance')}>
            {limits.instance?.partitions ?? noLimit}
          </Fact>
          <Fact label={t('environments.one.grace')}>
            {t('environments.one.days', {
              count: limits.deleteGraceDays ?? 0,
            })}
          </Fact>
        </Facts>
      </Section>
      {sizes.length > 0 && (
        <Section title={t('environments.one.sizes')}>
          <ScrollTable
            label={t('environments.one.sizes')}
            columns={(['size', 'partitions', 'retention'] as const).map(
              column => t(`environments.one.${column}`),
            )}
          >
            {sizes.map(({ size, partitions, 'retention.ms': retention }) => (
              <tr key={size}>
                <th scope="row">{size}</th>
                <td>{partitions}</td>
                <td>
                  {wordsOfMilliseconds(retention) ??
                    t('environments.one.forever')}
                </td>
              </tr>
            ))}
          </ScrollTable>
        </Section>
      )}
      <Section title={t('environments.one.policies')}>
        <Text as="p">
          {policyRefs.length === 0
            ? t('environments.one.noPolicies')
            : policyRefs.map((policy, index) => (
                <Fragment key={policy}>
                  {index > 0 && ', '}
                  <Link href={policyOf(policy)}>{policy}</Link>
                </Fragment>
              ))}
        </Text>
      </Section>
    </>
  );
};
