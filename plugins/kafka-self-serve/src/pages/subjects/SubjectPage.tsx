// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  BreadcrumbEntry,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Flex, Link, Text } from '@backstage/ui';
import type { SubjectDetail } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { EntityLink, Section, useLoad } from '@fairway/requests-react';
import { Fragment, useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { useLinks } from '../../layout/useLinks';
import {
  EnvironmentName,
  Fact,
  Facts,
  Few,
  LoadedPart,
  OpenRequests,
} from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { PhaseBadge, SnapshotAge } from '../../words';
import { Versions } from './Versions';

const Topics = (props: { subject: SubjectDetail }) => {
  const { environment, topics } = props.subject;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { topicOf } = useLinks();
  if (topics.length === 0) return <>{t('subjects.one.none')}</>;
  return (
    <Few items={topics}>
      {shown =>
        shown.map((topic, index) => (
          <Fragment key={topic}>
            {index > 0 && ', '}
            <Link href={topicOf(environment, topic)}>{topic}</Link>
          </Fragment>
        ))
      }
    </Few>
  );
};

const Subject = (props: { subject: SubjectDetail }) => {
  const { subject } = props;
  const { compatibility, registryCompatibility } = subject;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const ofRegistry = registryCompatibility
    ? t('subjects.registryIs', { level: registryCompatibility })
    : t('subjects.registry');
  return (
    <>
      {!subject.live && <SnapshotAge snapshots={[subject.snapshot]} />}
      <Facts>
        <Fact label={t('subjects.one.environment')}>
          <EnvironmentName name={subject.environment} />
        </Fact>
        <Fact label={t('subjects.one.owner')}>
          {subject.ownerRef ? (
            <EntityLink entityRef={subject.ownerRef} defaultKind="group" />
          ) : (
            t('orphan')
          )}
        </Fact>
        <Fact label={t('subjects.one.topics')}>
          <Topics subject={subject} />
        </Fact>
        <Fact label={t('subjects.one.compatibility')}>
          {compatibility ?? ofRegistry}
        </Fact>
        {subject.latest && (
          <Fact label={t('subjects.one.latest')}>
            {`${subject.latest.version} (${subject.latest.format})`}
          </Fact>
        )}
      </Facts>
      {subject.versions.length > 0 ? (
        <Versions subject={subject} />
      ) : (
        <Section title={t('subjects.one.versions')}>
          <Text as="p">{t('subjects.one.noVersions')}</Text>
        </Section>
      )}
      <OpenRequests requests={subject.openRequests} />
    </>
  );
};

/** One subject with its versions. */
export const SubjectPage = (props: { environment: string; name: string }) => {
  const { environment, name } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const { subjectOf } = useLinks();
  const loaded = useLoad(
    useCallback(
      (signal: AbortSignal) => api.subject({ environment, name }, { signal }),
      [api, environment, name],
    ),
  );
  return (
    <BreadcrumbEntry
      entry={{ label: name, href: subjectOf(environment, name) }}
    >
      <Flex direction="column" gap="5">
        <Flex gap="3" align="center">
          <Text as="h2" variant="title-small">
            {name}
          </Text>
          {loaded.value && <PhaseBadge phase={loaded.value.phase} />}
        </Flex>
        <LoadedPart
          loaded={loaded}
          words={{
            loading: t('subjects.one.loading'),
            error: t('subjects.one.error'),
            notAllowed: t('subjects.one.notAllowed'),
          }}
        >
          {subject => <Subject subject={subject} />}
        </LoadedPart>
      </Flex>
    </BreadcrumbEntry>
  );
};
