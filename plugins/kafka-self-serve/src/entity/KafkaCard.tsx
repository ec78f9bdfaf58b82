// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Link, Text } from '@backstage/ui';
import { Fragment } from 'react';
import { useLinks } from '../layout/useLinks';
import { EnvironmentNames, Fact, Facts, LoadedPart } from '../parts';
import { kafkaSelfServeTranslationRef } from '../translation';
import { useEntityApplications } from './useEntityApplications';

/** What a component has on Kafka, in short. */
export const KafkaCard = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { applicationOf, newApplication } = useLinks();
  const loaded = useEntityApplications();
  return (
    <section aria-label={t('entity.title')}>
      <EntityInfoCard title={t('entity.title')}>
        <LoadedPart
          loaded={loaded}
          words={{
            loading: t('entity.loading'),
            error: t('entity.error'),
            notAllowed: t('entity.notAllowed'),
          }}
        >
          {({ items }) =>
            items.length === 0 ? (
              <Text as="p">
                {t('entity.none.text')}{' '}
                <Link href={newApplication}>{t('entity.none.ask')}</Link>
              </Text>
            ) : (
              <Facts>
                <Fact label={t('entity.applications')}>
                  {items.map(({ name, displayName }, index) => (
                    <Fragment key={name}>
                      {index > 0 && ', '}
                      <Link href={applicationOf(name)}>
                        {displayName ?? name}
                      </Link>
                    </Fragment>
                  ))}
                </Fact>
                <Fact label={t('entity.environments')}>
                  <EnvironmentNames
                    names={[
                      ...new Set(items.flatMap(each => each.environments)),
                    ]}
                  />
                </Fact>
                <Fact label={t('entity.topics')}>
                  {items.reduce((sum, { topics }) => sum + topics, 0)}
                </Fact>
              </Facts>
            )
          }
        </LoadedPart>
      </EntityInfoCard>
    </section>
  );
};
