// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { EntityLink, Section, useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { useLinks } from '../../layout/useLinks';
import {
  ActionButton,
  Fact,
  Facts,
  LoadedPage,
  OpenRequests,
} from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { useAskLinks } from '../ask';
import { Access } from './Access';
import { Instance } from './Instance';
import styles from './applications.module.css';

/** One application: where it is, what it owns, whom it gives access and who gives it some. */
export const ApplicationPage = (props: { name: string }) => {
  const { name } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const links = useLinks();
  const { newTopic } = useAskLinks();
  const loaded = useLoad(
    useCallback(
      (signal: AbortSignal) => api.application(name, { signal }),
      [api, name],
    ),
  );
  return (
    <LoadedPage
      title={loaded.value?.displayName ?? name}
      href={links.applicationOf(name)}
      loaded={loaded}
      words={{
        loading: t('applications.one.loading'),
        error: t('applications.one.error'),
        notAllowed: t('applications.one.notAllowed'),
      }}
      text={({ description }) => description}
    >
      {application => (
        <>
          <Facts>
            <Fact label={t('applications.one.owner')}>
              <EntityLink
                entityRef={application.ownerRef}
                defaultKind="group"
              />
            </Fact>
            <Fact label={t('applications.one.component')}>
              <EntityLink
                entityRef={application.componentRef}
                defaultKind="component"
              />
            </Fact>
          </Facts>
          <Flex gap="3" align="start" className={styles.actions}>
            <ActionButton
              action={application.actions['request-topic']}
              variant="primary"
              href={newTopic({ application: name })}
            >
              {t('applications.one.requestTopic')}
            </ActionButton>
            <ActionButton
              action={application.actions['add-instance']}
              href={links.newInstance(name)}
            >
              {t('applications.one.addInstance')}
            </ActionButton>
          </Flex>
          <Section title={t('applications.one.instances')}>
            {application.instances.length === 0 && (
              <Text as="p">{t('applications.one.noInstances')}</Text>
            )}
            {application.instances.map(instance => (
              <Instance
                key={instance.id}
                instance={instance}
                actions={application.actions}
                onChanged={loaded.reload}
              />
            ))}
          </Section>
          <Access application={application} />
          <OpenRequests requests={application.openRequests} />
        </>
      )}
    </LoadedPage>
  );
};
