// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import type {
  ApplicationDetail,
  InstanceView,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { useLinks } from '../../layout/useLinks';
import { EnvironmentName, Fact, Facts, wordsOfBytes } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import styles from './applications.module.css';
import { Credentials } from './Credentials';
import { Limits } from './Limits';

/** An application in one environment. */
export const Instance = (props: {
  instance: InstanceView;
  actions: ApplicationDetail['actions'];
  onChanged: () => void;
}) => {
  const { instance, actions, onChanged } = props;
  const { id, environment, principals, patterns, counts, quota } = instance;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { topicsOf } = useLinks();
  const rate = (bytes?: number) =>
    bytes === undefined ? t('applications.one.unlimited') : wordsOfBytes(bytes);
  return (
    <section className={styles.instance} aria-label={id}>
      <Text as="p" weight="bold">
        <EnvironmentName name={environment} />
      </Text>
      <Facts>
        <Fact label={t('applications.one.principals')}>
          {principals.join(', ')}
        </Fact>
        <Fact label={t('applications.one.patterns')}>
          <ul className={styles.list}>
            {patterns.map(({ type, pattern, name }) => (
              <li key={`${type} ${pattern} ${name}`}>
                {t(
                  pattern === 'PREFIXED'
                    ? 'applications.one.prefixed'
                    : 'applications.one.literal',
                  { type: t(`applications.one.types.${type}`), name },
                )}
              </li>
            ))}
          </ul>
        </Fact>
        <Fact label={t('applications.one.topics')}>
          <Link
            href={topicsOf({
              environment,
              application: instance.application,
            })}
          >
            {String(counts.topics)}
          </Link>
        </Fact>
        <Fact label={t('applications.one.groups')}>{counts.groups}</Fact>
        <Fact label={t('applications.one.subjects')}>{counts.subjects}</Fact>
        <Fact label={t('applications.one.visibility')}>
          {t(`applications.one.${instance.visibility}`)}
        </Fact>
        {quota && (
          <Fact label={t('applications.one.quota')}>
            {t('applications.one.quotaRates', {
              producer: rate(quota.producerByteRate),
              consumer: rate(quota.consumerByteRate),
            })}
          </Fact>
        )}
      </Facts>
      <Limits instance={instance} mayAsk={actions['request-limits']} />
      <Credentials
        instance={instance}
        mayAsk={actions['request-credential']}
        onChanged={onChanged}
      />
    </section>
  );
};
